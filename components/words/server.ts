import { use } from 'react'
import { getLanguage } from '@/lib/http/look'
import { type Area, type Key, wordsIn } from '@/lib/words/catalogue'
import type { Language } from '@/lib/words/languages'
import type { Words } from '@/lib/words/words'

/** The language of the page. */
export function useLanguage(): Language {
  return use(getLanguage())
}

/** What the page says of an area, in its language. In client components it knows the areas that a `WordsProvider` around them gives. */
export function useWords<A extends Area>(area: A): Words<Key<A>> {
  return wordsIn(useLanguage(), area)
}
