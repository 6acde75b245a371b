import Negotiator from 'negotiator'
import { DEFAULT_LANGUAGE, type Language, OFFERED_LANGUAGES } from '@/lib/words/languages'

/** The language among those offered that somebody reads best, by their Accept-Language header (RFC 9110 §12.5.4). */
export function acceptedLanguage(header: string | null | undefined, offered: Language[] = OFFERED_LANGUAGES): Language {
  const [best] = new Negotiator({ headers: { 'accept-language': header ?? '' } }).languages(offered)
  return offered.find((code) => code === best) ?? DEFAULT_LANGUAGE
}
