import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Where the layout leaves the words of the browser. */
export const WORDS_ID = 'words'

/** The words that the page brought for what is loaded later, or happens in the browser alone. */
export function browserWords(): Templates<Key<'browser'>> {
  return JSON.parse(document.getElementById(WORDS_ID)?.textContent ?? '')
}

/** Says one of them. Only for what is never rendered on the server: there are no words there. */
export function say(key: Key<'browser'>, values?: Record<string, string | number>): string {
  return fill(browserWords(), key, values)
}
