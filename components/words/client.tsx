'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Area, Key } from '@/lib/words/catalogue'
import { DEFAULT_LANGUAGE, type Language } from '@/lib/words/languages'
import { type Messages, makeWords, type Words } from '@/lib/words/words'

type Said = { language: Language; areas: { [A in Area]?: Messages } }

const SaidContext = createContext<Said>({ language: DEFAULT_LANGUAGE, areas: {} })

/** Gives the client components below it the messages of the areas, beside those that they have from above. */
export function SaidProvider({ language, areas, children }: Said & { children: ReactNode }) {
  const above = use(SaidContext)
  return <SaidContext value={{ language, areas: { ...above.areas, ...areas } }}>{children}</SaidContext>
}

/** The language of the page. */
export function useLanguage(): Language {
  return use(SaidContext).language
}

/** What the page says of an area, in its language. */
export function useWords<A extends Area>(area: A): Words<Key<A>> {
  const { language, areas } = use(SaidContext)
  const messages = areas[area]
  return useMemo(() => makeWords<Key<A>>(language, messages ?? {}), [language, messages])
}
