import fc from 'fast-check'
import { expect, it } from 'vitest'
import { APPEARANCE_CHOICES, type Appearance, DEFAULT_APPEARANCE, readAppearance, writeAppearance } from '@/lib/appearance/appearance'
import { languageOf, lookOf } from '@/lib/appearance/shown'

const choices = Object.entries(APPEARANCE_CHOICES).map(([field, values]) => [field, fc.constantFrom(...values)])
const appearances = fc.record(Object.fromEntries(choices)) as fc.Arbitrary<Appearance>

it('reads back what it wrote, in letters that a cookie keeps', () => {
  fc.assert(
    fc.property(appearances, (appearance) => {
      const written = writeAppearance(appearance)
      expect(encodeURIComponent(written)).toBe(written)
      expect(readAppearance(written)).toEqual(appearance)
    }),
  )
})

it('takes whatever it does not know for nothing chosen', () => {
  fc.assert(fc.property(fc.string(), (text) => void expect(readAppearance(text.replaceAll('-', ''))).toEqual(DEFAULT_APPEARANCE)))
  expect(readAppearance('theme-sepia.accent-moss.__proto__-x.text-')).toEqual({ ...DEFAULT_APPEARANCE, accent: 'moss' })
  expect(readAppearance(undefined)).toEqual(DEFAULT_APPEARANCE)
})

it('speaks the language that was chosen, else the one the browser asks for, else English', () => {
  expect(languageOf('language-en', 'de')).toBe('en')
  expect(languageOf('language-tlh', 'de;q=0, en')).toBe('en')
  expect(languageOf('', 'fr')).toBe('en')
  expect(languageOf(undefined, null)).toBe('en')
})

it('is the same for what is shown the same, and another for what is not', () => {
  expect(lookOf('language-en', 'fr')).toEqual(lookOf('x-y', 'en-GB'))
  expect(lookOf('theme-dark', 'en')).not.toEqual(lookOf('', 'en'))
  expect(lookOf('', 'de')).not.toEqual(lookOf('', 'en'))
})
