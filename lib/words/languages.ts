/**
 * The languages of the catalogue: each by its own name, where its writing begins, by whose customs it writes numbers and dates, and
 * whether all of Linnet is said in it.
 */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', customs: 'en-IE', complete: true },
  de: { name: 'Deutsch', dir: 'ltr', customs: 'de-DE', complete: true },
  ar: { name: 'العربية', dir: 'rtl', customs: 'ar-u-nu-latn', complete: true },
} as const

export type Language = keyof typeof LANGUAGES

/** The language of whoever names none that Linnet speaks. */
export const DEFAULT_LANGUAGE: Language = 'en'

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as [Language, ...Language[]]

/** The languages that Linnet speaks: one that is said in part only would be worse than English. */
export const OFFERED_LANGUAGES = LANGUAGE_CODES.filter((code) => LANGUAGES[code].complete)
