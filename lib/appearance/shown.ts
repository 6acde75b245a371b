import { readAppearance, writeAppearance } from '@/lib/appearance/appearance'
import { acceptedLanguage } from '@/lib/words/accepted'
import type { Language } from '@/lib/words/languages'

/** The language in which to show: the one that the appearance cookie's value names, else the one that the browser asks for. */
export function languageOf(cookie: string | undefined, accepted: string | null | undefined): Language {
  const { language } = readAppearance(cookie)
  return language === 'system' ? acceptedLanguage(accepted) : language
}

/** All that how a page is shown depends on, in one form for the same. */
export type Look = {
  /** As the appearance cookie has it, without a language. */
  appearance: string
  language: Language
}

/** How a page is shown to whoever has this cookie and this Accept-Language header. */
export function lookOf(cookie: string | undefined, accepted: string | null | undefined): Look {
  return { appearance: writeAppearance({ ...readAppearance(cookie), language: 'system' }), language: languageOf(cookie, accepted) }
}
