import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Area, CATALOGUE, wordsIn } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'
import { LANGUAGE_CODES } from '@/lib/words/languages'
import { templatesOf } from '@/lib/words/templates'

/** The areas that go to the browser. */
const AREAS = [
  'acts',
  'authForms',
  'browser',
  'composer',
  'gallery',
  'moderationForms',
  'peopleActs',
  'searchBox',
  'settingsForms',
] as const satisfies Area[]

const placesIn = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

describe.each(LANGUAGE_CODES)('the templates in %s', (language) => {
  it.each(AREAS)('say of %s in the browser what is said on the server', (area) => {
    const [words, templates] = [wordsIn(language, area), templatesOf(language, area) as Templates<string>]
    for (const [key, message] of Object.entries<string>(CATALOGUE[language][area])) {
      fc.assert(
        fc.property(fc.nat(3_000_000), fc.stringMatching(/^[\w@#. ]{0,12}$/), (count, name) => {
          const values = { ...Object.fromEntries(placesIn(message).map((place) => [place, name])), count }
          expect(fill(templates, key, values)).toBe((words as unknown as (key: string, values: object) => string)(key, values))
        }),
        { numRuns: 40 },
      )
    }
  })
})

it('are the same object whoever asks', () => {
  expect(templatesOf('ar', 'acts')).toBe(templatesOf('ar', 'acts'))
})

it('leave a place as it is that nothing is given for, and refuse a key that there is not', () => {
  const words = { customs: 'en', texts: { under: 'They are under {place}.' } }
  expect(fill(words, 'under')).toBe('They are under {place}.')
  expect(() => fill(words as Templates<string>, 'over')).toThrow('over')
})
