import compile from 'icu-minify/compile'
import type { Language } from '@/lib/words/languages'
import { type Messages, makeWords, type Words } from '@/lib/words/words'
import ar from '@/messages/ar'
import de from '@/messages/de'
import en from '@/messages/en'

/** A part of the catalogue: everything that is said about one thing. */
export type Area = keyof typeof en

/** What an area says. */
export type Key<A extends Area> = keyof (typeof en)[A] & string

/** All that Linnet says, in every language; en says which areas and keys there are. */
export const CATALOGUE: Record<Language, Record<Area, Record<string, string>>> = { en, de, ar }

const compiled = new Map<string, Messages>()

/** The messages of an area in a language, compiled when they are first wanted. */
export function messagesOf(language: Language, area: Area): Messages {
  const name = `${language} ${area}`
  const messages =
    compiled.get(name) ?? Object.fromEntries(Object.entries(CATALOGUE[language][area]).map(([key, message]) => [key, compile(message)]))
  compiled.set(name, messages)
  return messages
}

const words = new Map<string, Words>()

/** The words of an area in a language. */
export function wordsIn<A extends Area>(language: Language, area: A): Words<Key<A>> {
  const name = `${language} ${area}`
  const said = words.get(name) ?? makeWords(language, messagesOf(language, area))
  words.set(name, said)
  return said
}
