import type { CompiledMessage } from 'icu-minify/format'
import format from 'icu-minify/format'
import { type Area, type Key, messagesOf } from '@/lib/words/catalogue'
import type { Template, Templates } from '@/lib/words/fill'
import { LANGUAGES, type Language } from '@/lib/words/languages'

/** A number that no message has. */
const COUNT = 7e77

const made = new Map<string, Templates>()

/**
 * The messages of an area as `fill` says them in the browser. Always the same object, so that a page that gives it to a hundred components
 * carries it once. Throws where a message has more than plain places and plurals of `count`.
 */
export function templatesOf<A extends Area>(language: Language, area: A): Templates<Key<A>> {
  const name = `${language} ${area}`
  const { customs } = LANGUAGES[language]
  const texts = () =>
    Object.fromEntries(Object.entries(messagesOf(language, area)).map(([key, message]) => [key, toTemplate(message, customs)]))
  const templates = made.get(name) ?? { customs, texts: texts() }
  made.set(name, templates)
  return templates
}

function toTemplate(message: CompiledMessage, customs: string): Template {
  const categories = new Intl.PluralRules(customs).resolvedOptions().pluralCategories
  const forms = categories.map((category) => [category, formOf(message, customs, category)] as const)
  const [[, first] = ['', '']] = forms
  return forms.every(([, form]) => form === first) ? first : Object.fromEntries(forms)
}

/** The message for one plural category, with its places as they are: each is filled with its own name. */
function formOf(message: CompiledMessage, customs: string, category: Intl.LDMLPluralRule): string {
  const values = new Proxy({}, { get: (_, name) => (name === 'count' ? COUNT : `{${String(name)}}`), has: () => true })
  const formatters = {
    getNumberFormat: () => ({ format: () => '{count}' }) as unknown as Intl.NumberFormat,
    getPluralRules: () => ({ select: () => category }) as unknown as Intl.PluralRules,
    getDateTimeFormat: () => {
      throw new Error('The browser says no dates.')
    },
  }
  const text = format(message, customs, values, { formatters })
  if (typeof text !== 'string') throw new Error('The browser says no tags.')
  return text.replaceAll(String(COUNT), '{count}')
}
