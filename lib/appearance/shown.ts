import { readAppearance, writeAppearance } from '@/lib/appearance/appearance'
import { acceptedLanguage } from '@/lib/words/accepted'
import type { Language } from '@/lib/words/languages'

/** The language in which to show: the one that the appearance cookie's value names, else the one that the browser asks for. */
export function languageOf(cookie: string | undefined, accepted: string | null | undefined): Language {
  const { language } = readAppearance(cookie)
  return language === 'system' ? acceptedLanguage(accepted) : language
}

/** Names how a page is shown: two requests with the same name are shown the same. */
export function lookOf(cookie: string | undefined, accepted: string | null | undefined): string {
  return `${writeAppearance({ ...readAppearance(cookie), language: 'system' })} ${languageOf(cookie, accepted)}`
}
