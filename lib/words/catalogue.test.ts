import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'
import { acceptedLanguage } from '@/lib/words/accepted'
import { type Area, CATALOGUE, wordsIn } from '@/lib/words/catalogue'
import { LANGUAGE_CODES } from '@/lib/words/languages'
import { makeWords } from '@/lib/words/words'

const AREAS = Object.keys(CATALOGUE.en) as Area[]

/** The names of the places and tags that a message has, in every branch of it. */
function placesIn(message: string): string[] {
  return [...new Set(namesIn(compile(message)))].sort()
}

/** A node is text, or a name with what follows it: a kind, branches by name, or what stands in a tag. */
function namesIn(node: unknown): string[] {
  if (!Array.isArray(node)) return typeof node === 'object' && node !== null ? Object.values(node).flatMap(namesIn) : []
  return node.flatMap((part) => (Array.isArray(part) ? [String(part[0]), ...namesIn(part.slice(1))] : namesIn(part)))
}

describe.each(LANGUAGE_CODES)('the catalogue in %s', (language) => {
  it.each(AREAS)('says all of %s', (area) => {
    expect(Object.keys(CATALOGUE[language][area]).sort()).toEqual(Object.keys(CATALOGUE.en[area]).sort())
    for (const [key, message] of Object.entries(CATALOGUE[language][area])) {
      expect(message.trim(), key).not.toBe('')
      expect(message, key).toBe(message.normalize('NFC'))
      expect(() => compile(message), key).not.toThrow()
      expect(placesIn(message), key).toEqual(placesIn(CATALOGUE.en[area][key] ?? ''))
    }
  })
})

it('refuses to say what no area has', () => {
  expect(() => makeWords('en', {})('nowhere')).toThrow('nowhere')
})

it('fills the places of a message by the customs of its language', () => {
  const [key, message] = Object.entries(CATALOGUE.en.layout).find(([, text]) => !text.includes('{')) ?? ['', '']
  expect(wordsIn('en', 'layout')(key as never)).toBe(message)
  const count = { count: compile('{count, plural, one {# tweet} other {# tweets}}') }
  expect(makeWords('en', count)('count', { count: 1 })).toBe('1 tweet')
  expect(makeWords('en', count)('count', { count: 1234567 })).toBe('1,234,567 tweets')
})

it('takes the language that somebody reads best among those offered', () => {
  expect(acceptedLanguage('de-AT,de;q=0.9,en;q=0.8', LANGUAGE_CODES)).toBe('de')
  expect(acceptedLanguage('fr, ar;q=0.5, en;q=0.4', LANGUAGE_CODES)).toBe('ar')
  expect(acceptedLanguage('*', LANGUAGE_CODES)).toBe('en')
  expect(acceptedLanguage('de', ['en'])).toBe('en')
  expect(acceptedLanguage(null)).toBe('en')
})
