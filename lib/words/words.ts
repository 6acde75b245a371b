import type { CompiledMessage } from 'icu-minify/format'
import format from 'icu-minify/format'
import { LANGUAGES, type Language } from '@/lib/words/languages'

/** The messages of one area by their keys, as `icu-minify` compiles them. */
export type Messages = Readonly<Record<string, CompiledMessage>>

type Value = string | number | Date

/** Says the messages of one area in one language, with what their places are filled with (ICU MessageFormat). Dates are told in UTC. */
export type Words<Key extends string = string> = {
  (key: Key, values?: Record<string, Value>): string
  /** The same with tags, in pieces: what stands between `<name>` and `</name>` is what the function of that name makes of it. */
  rich: <Piece>(key: Key, values: Record<string, Value | ((inner: (string | Piece)[]) => Piece)>) => string | Piece | (string | Piece)[]
}

/** Formatters by what they are made from, since making one is slow. */
const made = new Map<string, unknown>()

function once<Options, T>(Formatter: new (language: string, options?: Options) => T) {
  return (language: string, options?: Options): T => {
    const key = `${Formatter.name} ${language} ${JSON.stringify(options)}`
    const formatter = (made.get(key) as T | undefined) ?? new Formatter(language, options)
    made.set(key, formatter)
    return formatter
  }
}

export const formatters = {
  getDateTimeFormat: once(Intl.DateTimeFormat),
  getNumberFormat: once(Intl.NumberFormat),
  getPluralRules: once(Intl.PluralRules),
}

/** The words of an area. */
export function makeWords<Key extends string>(language: Language, messages: Messages): Words<Key> {
  const { customs } = LANGUAGES[language]
  const rich: Words<Key>['rich'] = (key, values) => {
    const message = messages[key]
    if (message === undefined) throw new Error(`No message has the key ${key}.`)
    return format(message, customs, values as never, { formatters, timeZone: 'UTC' })
  }
  return Object.assign((key: Key, values: Record<string, Value> = {}) => String(rich(key, values)), { rich })
}
