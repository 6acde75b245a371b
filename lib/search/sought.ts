import type { Viewer } from '@/lib/auth/viewer'
import { Prisma } from '@/lib/generated/prisma/client'
import { idAt } from '@/lib/id'
import type { Term } from '@/lib/search/query'
import { conditionOf, type Names, NEVER } from '@/lib/search/terms'
import { heardSql, unblockedSql } from '@/lib/users/visibility'

/** Which tweets to find: the words they must hold, what else they must be, since and until when, and the index along which the newest are reached. */
export type Sought = { words: Prisma.Sql[]; others: Prisma.Sql[]; range: Range; along: Along }

/** Ids from `from` on and below `below`. */
export type Range = { from?: string | undefined; below?: string | undefined }

/**
 * An index that gives the ids of tweets in order, those of one owner or of all, and how many these may be. `condition` says the same
 * of the tweet `t`.
 */
export type Along = { table: Prisma.Sql; id: Prisma.Sql; of?: Owner; condition: Prisma.Sql; size: number }

/** A column and the id that it holds; whether the index, read so that the newest come first, is read down that column too. */
type Owner = { column: Prisma.Sql; id: string; down: boolean }

type Asked = { term: Term; sql: Prisma.Sql }

/** What the terms ask for; null when nothing can be that, because they name what does not exist or hold nothing but punctuation. */
export function soughtBy(viewer: Viewer | null, terms: Term[], names: Names): Sought | null {
  const asked = terms.flatMap((term): Asked[] => {
    const sql = conditionOf(term, names)
    return sql ? [{ term, sql }] : []
  })
  const wanted = asked.filter(({ term }) => !term.not)
  if (asked.length === 0 || wanted.some(({ sql }) => sql === NEVER)) return null
  const along = wanted.flatMap((one) => alongOf(one, names) ?? []).toSorted((a, b) => a.size - b.size)[0] ?? EVERYTHING
  const others = asked.filter(({ term, sql }) => (term.not || term.kind !== 'words') && sql !== along.condition)
  // Whoever asks for somebody by name hears of them, muted or not.
  const visible = wanted.some(({ term }) => term.kind === 'from') ? unblockedSql : heardSql
  return {
    words: wanted.filter(({ term }) => term.kind === 'words').map(({ sql }) => sql),
    others: [...others.map(({ term, sql }) => (term.not ? Prisma.sql`NOT (${sql})` : sql)), visible(viewer, Prisma.sql`t.author_id`)],
    range: rangeOf(wanted.map(({ term }) => term)),
    along,
  }
}

/** The same, of what is older than this id. */
export function before(sought: Sought, id: string | undefined): Sought {
  const { below } = sought.range
  return { ...sought, range: { ...sought.range, below: id && below && below < id ? below : (id ?? below) } }
}

function rangeOf(wanted: Term[]): Range {
  const from = wanted.flatMap((term) => (term.kind === 'since' ? idAt(term.day) : [])).toSorted()
  const below = wanted.flatMap((term) => (term.kind === 'until' ? idAt(term.day) : [])).toSorted()
  return { from: from.at(-1), below: below[0] }
}

const TWEETS = { table: Prisma.sql`tweets`, id: Prisma.sql`id` }
const EVERYTHING: Along = { ...TWEETS, condition: Prisma.sql`true`, size: Number.POSITIVE_INFINITY }
const TAGGED = { table: Prisma.sql`tweet_hashtags`, id: Prisma.sql`tweet_id` }
const MENTIONING = { table: Prisma.sql`mentions`, id: Prisma.sql`tweet_id` }

/** Nobody counts how often a person is mentioned; surely less often than there are tweets. */
const MENTIONS = Number.MAX_SAFE_INTEGER

function alongOf({ term, sql: condition }: Asked, { people, tags }: Names): Along | undefined {
  if (term.kind === 'tag') {
    const { id, tweetsCount: size } = tags.get(term.word) ?? NOTHING
    return { ...TAGGED, of: { column: Prisma.sql`hashtag_id`, id, down: true }, condition, size }
  }
  if (term.kind !== 'from' && term.kind !== 'mention') return undefined
  const { id, tweetsCount } = people.get(term.username.toLowerCase()) ?? NOTHING
  return term.kind === 'from'
    ? { ...TWEETS, of: { column: Prisma.sql`author_id`, id, down: false }, condition, size: tweetsCount }
    : { ...MENTIONING, of: { column: Prisma.sql`user_id`, id, down: false }, condition, size: MENTIONS }
}

const NOTHING = { id: '00000000-0000-0000-0000-000000000000', tweetsCount: 0 }
