import { WORDS_ID } from '@/components/ui/say'
import { useTemplates } from '@/lib/http/look'

/** The words of the browser, as data in the page: `say` reads them there. */
export function BrowserWords() {
  const words = JSON.stringify(useTemplates('browser')).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own, in which nothing can end the element
  return <script id={WORDS_ID} type="application/json" dangerouslySetInnerHTML={{ __html: words }} />
}
