import { expect, it, vi } from 'vitest'
import {
  changeAskedLetter,
  changedLetter,
  changeLetter,
  passwordLetter,
  resetLetter,
  takenLetter,
  verificationLetter,
} from '@/lib/mail/letters'
import { requestContext } from '@/lib/request'
import { wordsIn } from '@/lib/words/catalogue'

vi.hoisted(() => vi.stubEnv('DATABASE_URL', 'postgres://localhost/unused'))

const TOKEN = 'a'.repeat(22)
const ADDRESSED = { to: 'ada@linnet.example', username: 'ada' }
const WITH_LINK = { ...ADDRESSED, token: TOKEN }

it.each([
  [verificationLetter(WITH_LINK), '/verify-email'],
  [changeLetter(WITH_LINK), '/verify-email'],
  [resetLetter(WITH_LINK), '/reset-password'],
])('a link stands on a line of its own, whole: %j', (mail, path) => {
  expect(mail.text.split('\n')).toContain(`http://localhost:3000${path}?token=${TOKEN}`)
})

it.each([takenLetter, changeAskedLetter, changedLetter, passwordLetter])('%o holds no secret', (letter) => {
  expect(JSON.stringify(letter(WITH_LINK))).not.toContain(TOKEN)
})

it('every letter is plain ASCII in short lines, and says to whom it is', () => {
  const plain = [takenLetter, changeAskedLetter, changedLetter, passwordLetter].map((letter) => letter(ADDRESSED))
  for (const { to, subject, text } of [...plain, verificationLetter(WITH_LINK), changeLetter(WITH_LINK), resetLetter(WITH_LINK)]) {
    expect(to).toBe('ada@linnet.example')
    expect(subject).toMatch(/^[\x20-\x7e]{5,60}$/)
    expect(text).toMatch(/^Hello @ada,\n\n[\n\x20-\x7e]+\n\nLinnet\nhttp:\/\/localhost:3000\n$/)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76)
  }
})

it('a letter is in the language of whoever asked, with its link as it is', () => {
  const context = { requestId: 'x', address: '', counted: [], language: () => 'de' as const }
  const { subject, text } = requestContext.run(context, () => resetLetter(WITH_LINK))
  expect(subject).toBe(wordsIn('de', 'mails')('reset'))
  expect(text).toMatch(/^Hallo @ada,\n/)
  expect(text.split('\n')).toContain(`http://localhost:3000/reset-password?token=${TOKEN}`)
})
