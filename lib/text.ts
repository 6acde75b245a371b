import { z } from 'zod'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Characters nobody sees: control, format (zero-width, bidi), filler and blank ones. Text of only these counts as empty. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\s\u2800]*$/u

/** The form in which text is stored and counted: Unicode NFC, line ends as LF, ends trimmed. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
}

/** How many characters a person counts in the text: grapheme clusters (UAX #29) of its stored form. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(normaliseText(text))) count++
  return count
}

/** How many UTF-8 bytes the stored form of the text takes. */
export function countBytes(text: string): number {
  return new TextEncoder().encode(normaliseText(text)).length
}

/** How many more characters fit; below zero when it is too long, also by its bytes, of which there may be ten for each character. */
export function charactersLeft(text: string, max: number): number {
  const left = max - countCharacters(text)
  return countBytes(text) > max * 10 ? Math.min(left, -1) : left
}

/** True when nothing of the text can be seen. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text)
}

/** The text without the characters that would turn the direction of what stands around it. */
export function undirected(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** True unless the text holds NUL, which PostgreSQL cannot store, or half of a surrogate pair, which UTF-8 cannot. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** A zod string in its stored form, of at most `max` characters and ten bytes for each. `name` begins its messages. */
export function text(name: string, max: number) {
  return z
    .string({ error: `${name} must be text.` })
    .refine(isStorable, {
      error: `${name} contains NUL or half of a surrogate pair. Remove it.`,
      params: { code: 'invalid_characters' },
      abort: true,
    })
    .transform(normaliseText)
    .refine((value) => countBytes(value) <= max * 10, {
      error: `${name} is too long: at most ${max} characters and ${max * 10} bytes.`,
      params: { code: 'too_long', max },
      abort: true,
    })
    .refine((value) => countCharacters(value) <= max, {
      error: `${name} is too long: at most ${max} characters.`,
      params: { code: 'too_long', max },
    })
    .meta({ type: 'string', maxLength: max * 10, description: `At most ${max} characters as a person counts them.` })
}
