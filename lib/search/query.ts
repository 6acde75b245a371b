import { findEntities } from '@/lib/tweets/text'

/** One thing that a tweet must be, or with `not` must not be. */
export type Term = { not: boolean } & (
  | { kind: 'words'; text: string }
  | { kind: 'tag'; word: string }
  | { kind: 'from' | 'to' | 'mention'; username: string }
  | { kind: 'since' | 'until'; day: Date }
  | { kind: 'likes'; least: number }
  | { kind: 'images' | 'reply' }
)

/** An operator that makes no sense, what it takes, and the word as which it is looked for. */
export type Hint = { operator: string; takes: 'username' | 'day' | 'number' | 'images' | 'reply'; word: string }

/** What somebody looks for: all of the terms at once. `hints` say what was not understood. */
export type SearchQuery = { terms: Term[]; hints: Hint[] }

/** A phrase in quotation marks, closed or not, or a word; with `-` before it, one that must not be there. */
const TOKEN = /(-?)(?:["“”„＂]([^"“”„＂]*)(?:["“”„＂]|$)|([^\s"“”„＂]+))/gu
const OPERATOR = /^([a-z_]+):(.*)$/isu
const MENTION = /^[@＠]([A-Za-z0-9_]{3,20})[^\p{L}\p{N}_]*$/u

type Meaning = Term extends infer Each ? (Each extends Term ? Omit<Each, 'not'> : never) : never
type Operator = { read: (value: string) => Meaning | null; takes: Hint['takes'] }

const OPERATORS = new Map<string, Operator>([
  ['from', { read: person('from'), takes: 'username' }],
  ['to', { read: person('to'), takes: 'username' }],
  ['since', { read: day('since'), takes: 'day' }],
  ['until', { read: day('until'), takes: 'day' }],
  ['min_likes', { read: likes, takes: 'number' }],
  ['has', { read: (value) => (/^images?$/i.test(value) ? { kind: 'images' } : null), takes: 'images' }],
  ['is', { read: (value) => (/^reply$/i.test(value) ? { kind: 'reply' } : null), takes: 'reply' }],
])

/** What the text asks for. Any text means something: an operator that makes no sense is looked for as a word, and a hint says so. */
export function parseSearch(q: string): SearchQuery {
  const hints: Hint[] = []
  const terms = [...q.matchAll(TOKEN)].map(([, minus, phrase, word]): Term => {
    const meaning: Meaning = word === undefined ? { kind: 'words', text: phrase ?? '' } : meaningOf(word, hints)
    return { ...meaning, not: minus === '-' }
  })
  return { terms, hints }
}

/** The words, names and hashtags in the query, without what it excludes: what to look for among people and hashtags. */
export function plainText({ terms }: SearchQuery): string {
  const words = terms.flatMap((term) => {
    if (term.not) return []
    if ('text' in term) return [term.text]
    if ('username' in term) return [term.username]
    return 'word' in term ? [term.word] : []
  })
  return words.join(' ').trim()
}

function meaningOf(word: string, hints: Hint[]): Meaning {
  const [, name = '', value = ''] = OPERATOR.exec(word) ?? []
  const operator = OPERATORS.get(name.toLowerCase())
  const meant = operator?.read(value)
  if (meant) return meant
  if (operator) hints.push({ operator: name.toLowerCase(), takes: operator.takes, word })
  return tagged(word) ?? mentioned(word) ?? { kind: 'words', text: word }
}

function tagged(word: string): Meaning | null {
  const [hashtag] = findEntities(word).hashtags
  const isTag = hashtag?.start === 0 && !/[\p{L}\p{N}]/u.test(word.slice(hashtag.end))
  return isTag ? { kind: 'tag', word: hashtag.word } : null
}

function mentioned(word: string): Meaning | null {
  const username = MENTION.exec(word)?.[1]
  return username ? { kind: 'mention', username } : null
}

function person(kind: 'from' | 'to') {
  return (value: string): Meaning | null => {
    const username = /^[@＠]?([A-Za-z0-9_]{3,20})$/.exec(value)?.[1]
    return username ? { kind, username } : null
  }
}

/** The beginning of a day that the calendar has, in UTC. */
function day(kind: 'since' | 'until') {
  return (value: string): Meaning | null => {
    const start = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
    const isDay = start && !Number.isNaN(start.getTime()) && start.toISOString().startsWith(value)
    return isDay ? { kind, day: start } : null
  }
}

function likes(value: string): Meaning | null {
  return /^\d{1,9}$/.test(value) ? { kind: 'likes', least: Number(value) } : null
}
