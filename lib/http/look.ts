import { cookies, headers } from 'next/headers'
import { cache, use } from 'react'
import { type Appearance, readAppearance } from '@/lib/appearance/appearance'
import { APPEARANCE_COOKIE } from '@/lib/appearance/cookie'
import { languageOf } from '@/lib/appearance/shown'
import { type Area, type Key, wordsIn } from '@/lib/words/catalogue'
import type { Templates } from '@/lib/words/fill'
import { LANGUAGES, type Language } from '@/lib/words/languages'
import { templatesOf } from '@/lib/words/templates'
import type { Words } from '@/lib/words/words'

/** How the page that is being answered looks; read once per request. */
export const getAppearance = cache(async (): Promise<Appearance> => readAppearance((await cookies()).get(APPEARANCE_COOKIE.name)?.value))

/** The language of the page or action that is being answered. */
export const getLanguage = cache(async (): Promise<Language> => {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  return languageOf(jar.get(APPEARANCE_COOKIE.name)?.value, sent.get('accept-language'))
})

/** The words of an area in that language, for async functions. */
export async function getWords<A extends Area>(area: A): Promise<Words<Key<A>>> {
  return wordsIn(await getLanguage(), area)
}

/** The same for components that are not async. Words are said on the server: a component of the browser is given the few it says. */
export function useWords<A extends Area>(area: A): Words<Key<A>> {
  return wordsIn(use(getLanguage()), area)
}

/** The words of an area for a component of the browser, which `fill` says. Handed on as it is: a page carries it once, whoever gets it. */
export function useTemplates<A extends Area>(area: A): Templates<Key<A>> {
  return templatesOf(use(getLanguage()), area)
}

/** By whose customs the page writes numbers and dates: a BCP 47 tag. */
export function useCustoms(): string {
  return LANGUAGES[use(getLanguage())].customs
}
