import { dictionary } from '@zxcvbn-ts/language-common'
import type { FieldError } from '@/lib/errors'
import { isStorable } from '@/lib/text'

/** Passwords that leaked lists show to be in wide use, in lower case. */
const COMMON = new Set(dictionary['passwords-common'].map(String))

/** The form in which a password is hashed and compared: NFKC, as NIST SP 800-63B §3.1.1.2 advises. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC')
}

/** What is wrong with a password that somebody chooses, or null: 8 to 128 characters, not in wide use, not made of their own name. */
export function passwordError(
  password: string,
  { username, email }: { username: string; email: string },
): Omit<FieldError, 'field'> | null {
  if (!isStorable(password))
    return { code: 'invalid_characters', message: 'The password contains NUL or half of a surrogate pair. Remove it.' }
  const characters = [...normalisePassword(password)].length
  if (characters < 8) return { code: 'too_short', message: 'The password is too short: use at least 8 characters.' }
  if (characters > 128) return { code: 'too_long', message: 'The password is too long: use at most 128 characters.' }
  const key = normalisePassword(password).toLowerCase()
  if (COMMON.has(key) || countDistinct(key) === 1)
    return { code: 'common', message: 'This password is in wide use and easily guessed. Choose another.' }
  const own = [username, email, email.split('@')[0] ?? ''].map((name) => name.toLowerCase()).filter((name) => name.length >= 3)
  if (own.some((name) => key.includes(name)))
    return { code: 'contains_name', message: 'The password contains your username or email address. Choose another.' }
  return null
}

function countDistinct(text: string): number {
  return new Set(text).size
}
