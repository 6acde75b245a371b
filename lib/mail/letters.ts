import { env } from '@/lib/env'

/** A mail: plain text, to one address. Nothing in it but usernames was written by people. */
export type Mail = { to: string; subject: string; text: string }

type Addressed = { to: string; username: string }

const ONCE = 'The link works once, for an hour.'

/** Asks to show that the address is one's own. */
export function verificationLetter({ to, username, token }: Addressed & { token: string }): Mail {
  const text = [
    'open this page to show that this email address is yours:',
    link('/verify-email', token),
    `${ONCE} If you did not sign up at Linnet, somebody mistyped their address, and you need do nothing.`,
  ]
  return letter(to, username, 'Is this your email address?', text)
}

/** Asks to show that the address, which is to become the account's, is one's own. */
export function changeLetter({ to, username, token }: Addressed & { token: string }): Mail {
  const text = [
    `open this page to make ${to} the email address of your account:`,
    link('/verify-email', token),
    `${ONCE} If you did not ask for this, you need do nothing: the account keeps its address.`,
  ]
  return letter(to, username, 'Your new email address', text)
}

/** Says that the address which is to become the account's belongs to another account. */
export function takenLetter({ to, username }: Addressed): Mail {
  const text = [
    `you asked to make ${to} the email address of your account. It belongs to another account already, so nothing was changed.`,
    'If that account is yours too, give it another address first. If you did not ask for this, you need do nothing.',
  ]
  return letter(to, username, 'This email address has an account already', text)
}

/** Tells the account's address that another is to take its place. */
export function changeAskedLetter({ to, username }: Addressed): Mail {
  const text = [
    'somebody who knows your password asked to change the email address of your account. It changes once they open the link that we sent to the new one.',
    `If that was not you, choose a new password now, which voids the link:\n\n${env.APP_URL}/settings/password`,
  ]
  return letter(to, username, 'Your email address is about to change', text)
}

/** Tells the address that it is the account's no longer. */
export function changedLetter({ to, username }: Addressed): Mail {
  const text = [
    'the email address of your account was changed; it was this one until now.',
    `If that was not you, sign in with your username and choose a new password:\n\n${env.APP_URL}/settings/password`,
  ]
  return letter(to, username, 'Your email address was changed', text)
}

/** Leads to where a new password is chosen. */
export function resetLetter({ to, username, token }: Addressed & { token: string }): Mail {
  const text = [
    'open this page to choose a new password:',
    link('/reset-password', token),
    `${ONCE} If you did not ask for it, you need do nothing: your password stays as it is.`,
  ]
  return letter(to, username, 'Choose a new password', text)
}

/** Tells that the password was changed. */
export function passwordLetter({ to, username }: Addressed): Mail {
  const text = [
    'the password of your account was changed, and every other sign-in was ended.',
    `If that was not you, choose a new one:\n\n${env.APP_URL}/forgot-password`,
  ]
  return letter(to, username, 'Your password was changed', text)
}

function letter(to: string, username: string, subject: string, paragraphs: string[]): Mail {
  return { to, subject, text: `${[`Hello @${username},`, ...paragraphs.map(wrapped), `Linnet\n${env.APP_URL}`].join('\n\n')}\n` }
}

/** In lines that no program on the way encodes, so that a link can be copied also from the mail's source. */
function wrapped(paragraph: string): string {
  return paragraph.replace(/(?![^\n]{1,72}(?:\n|$))([^\n]{1,72}) /g, '$1\n')
}

function link(path: string, token: string): string {
  return `${env.APP_URL}${path}?token=${token}`
}
