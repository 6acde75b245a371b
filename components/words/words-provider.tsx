import type { ReactNode } from 'react'
import { useLanguage } from '#words'
import { SaidProvider } from '@/components/words/client'
import { type Area, messagesOf } from '@/lib/words/catalogue'

/** Gives client components the words of the areas. They travel with the page, so name only what the components below say in the browser. */
export function WordsProvider({ areas, children }: { areas: Area[]; children: ReactNode }) {
  const language = useLanguage()
  return (
    <SaidProvider language={language} areas={Object.fromEntries(areas.map((area) => [area, messagesOf(language, area)]))}>
      {children}
    </SaidProvider>
  )
}
