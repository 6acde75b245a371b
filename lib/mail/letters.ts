import { env } from '@/lib/env'
import { requestContext } from '@/lib/request'
import { type Key, wordsIn } from '@/lib/words/catalogue'
import { DEFAULT_LANGUAGE } from '@/lib/words/languages'
import type { Words } from '@/lib/words/words'

/** A mail: plain text, to one address, in the language of the request that it comes of. Nothing in it but usernames was written by people. */
export type Mail = { to: string; subject: string; text: string }

type Addressed = { to: string; username: string }

/** Asks to show that the address is one's own. */
export function verificationLetter({ token, ...addressed }: Addressed & { token: string }): Mail {
  return letter(addressed, 'verify', (t) => [t('verifyAsk'), link('/verify-email', token), `${t('once')} ${t('verifyElse')}`])
}

/** Asks to show that the address, which is to become the account's, is one's own. */
export function changeLetter({ token, ...addressed }: Addressed & { token: string }): Mail {
  return letter(addressed, 'change', (t) => [t('changeAsk', addressed), link('/verify-email', token), `${t('once')} ${t('changeElse')}`])
}

/** Says that the address which is to become the account's belongs to another account. */
export function takenLetter(addressed: Addressed): Mail {
  return letter(addressed, 'taken', (t) => [t('takenText', addressed), t('takenElse')])
}

/** Tells the account's address that another is to take its place. */
export function changeAskedLetter(addressed: Addressed): Mail {
  return letter(addressed, 'changeAsked', (t) => [t('changeAskedText'), t('changeAskedElse'), page('/settings/password')])
}

/** Tells the address that it is the account's no longer. */
export function changedLetter(addressed: Addressed): Mail {
  return letter(addressed, 'changed', (t) => [t('changedText'), t('changedElse'), page('/settings/password')])
}

/** Leads to where a new password is chosen. */
export function resetLetter({ token, ...addressed }: Addressed & { token: string }): Mail {
  return letter(addressed, 'reset', (t) => [t('resetAsk'), link('/reset-password', token), `${t('once')} ${t('resetElse')}`])
}

/** Tells that the password was changed. */
export function passwordLetter(addressed: Addressed): Mail {
  return letter(addressed, 'password', (t) => [t('passwordText'), t('passwordElse'), page('/forgot-password')])
}

function letter({ to, username }: Addressed, subject: Key<'mails'>, paragraphs: (t: Words<Key<'mails'>>) => string[]): Mail {
  const t = wordsIn(requestContext.getStore()?.language?.() ?? DEFAULT_LANGUAGE, 'mails')
  const text = [t('hello', { username }), ...paragraphs(t).map(wrapped), `Linnet\n${env.APP_URL}`].join('\n\n')
  return { to, subject: t(subject), text: `${text}\n` }
}

/** In lines that no program on the way encodes, so that a link can be copied also from the mail's source. */
function wrapped(paragraph: string): string {
  return paragraph.replace(/(?![^\n]{1,72}(?:\n|$))([^\n]{1,72}) /g, '$1\n')
}

function page(path: string): string {
  return `${env.APP_URL}${path}`
}

function link(path: string, token: string): string {
  return page(`${path}?token=${token}`)
}
