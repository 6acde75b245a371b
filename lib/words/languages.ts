/** The languages that Linnet speaks: each by its own name, where its writing begins, and by whose customs it writes numbers and dates. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', customs: 'en-GB' },
  de: { name: 'Deutsch', dir: 'ltr', customs: 'de-DE' },
  ar: { name: 'العربية', dir: 'rtl', customs: 'ar' },
} as const

export type Language = keyof typeof LANGUAGES

/** The language of whoever names none that Linnet speaks. */
export const DEFAULT_LANGUAGE: Language = 'en'

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as [Language, ...Language[]]
