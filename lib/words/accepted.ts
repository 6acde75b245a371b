import Negotiator from 'negotiator'
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, type Language } from '@/lib/words/languages'

/** The language of ours that somebody reads best, by their Accept-Language header (RFC 9110 §12.5.4). */
export function acceptedLanguage(header: string | null | undefined): Language {
  const [best] = new Negotiator({ headers: { 'accept-language': header ?? '' } }).languages(LANGUAGE_CODES)
  return LANGUAGE_CODES.find((code) => code === best) ?? DEFAULT_LANGUAGE
}
