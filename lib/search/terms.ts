import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { idAt } from '@/lib/id'
import type { Term } from '@/lib/search/query'
import { visibleUsers } from '@/lib/users/visibility'

/** What the terms are called in the database. */
export type Names = {
  people: Map<string, { id: string; tweetsCount: number }>
  tags: Map<string, { id: string; tweetsCount: number }>
  words: Map<string, Lexed>
}

/** A word or phrase as full-text search has it, and its runs of scripts without spaces. Empty for punctuation alone. */
type Lexed = { query: string; runs: string[] }

/** Looks up the people, hashtags and words of the terms; who or what does not exist for the viewer is not in the answer. */
export async function lookUp(viewer: Viewer | null, terms: Term[]): Promise<Names> {
  const usernames = terms.flatMap((term) => ('username' in term ? term.username.toLowerCase() : []))
  const words = terms.flatMap((term) => (term.kind === 'tag' ? term.word : []))
  const texts = terms.flatMap((term) => (term.kind === 'words' ? term.text : []))
  const [people, tags, lexed] = await Promise.all([findPeople(viewer, usernames), findTags(words), lex(texts)])
  return {
    people: new Map(people.map(({ usernameKey, ...person }) => [usernameKey, person])),
    tags: new Map(tags.map(({ word, ...tag }) => [word, tag])),
    words: new Map(lexed.map(({ text, ...rest }) => [text, rest])),
  }
}

/** The condition that no tweet meets. */
export const NEVER = Prisma.sql`false`

/**
 * The term as a condition on the tweet `t`, without its `not`. Undefined for punctuation, which no tweet is found by; `NEVER` for
 * what does not exist.
 */
export function conditionOf(term: Term, names: Names): Prisma.Sql | undefined {
  if (term.kind === 'words') return wordsSql(names.words.get(term.text))
  if (term.kind === 'since') return Prisma.sql`t.id >= ${idAt(term.day)}::uuid`
  if (term.kind === 'until') return Prisma.sql`t.id < ${idAt(term.day)}::uuid`
  if (term.kind === 'likes') return Prisma.sql`t.likes_count >= ${term.least}::int`
  if (term.kind === 'reply') return Prisma.sql`t.reply_to_id IS NOT NULL`
  if (term.kind === 'tag') return taggedSql(names.tags.get(term.word)?.id)
  if ('username' in term) return personSql(term.kind, names.people.get(term.username.toLowerCase())?.id)
  return Prisma.sql`EXISTS (SELECT 1 FROM media WHERE media.tweet_id = t.id)`
}

/** Grams say that each two neighbours stand somewhere in the text; of a longer run the text itself must say that it stands there as a whole. */
function wordsSql(lexed: Lexed | undefined): Prisma.Sql | undefined {
  if (!lexed?.query) return undefined
  const long = lexed.runs.filter((run) => [...run].length > 2)
  return Prisma.join(
    [Prisma.sql`t.search @@ ${lexed.query}::tsquery`, ...long.map((run) => Prisma.sql`position(${run} in normalize(t.content, NFKC)) > 0`)],
    ' AND ',
  )
}

function taggedSql(id: string | undefined): Prisma.Sql {
  if (!id) return NEVER
  return Prisma.sql`EXISTS (SELECT 1 FROM tweet_hashtags WHERE hashtag_id = ${id}::uuid AND tweet_id = t.id)`
}

function personSql(kind: 'from' | 'to' | 'mention', id: string | undefined): Prisma.Sql {
  if (!id) return NEVER
  if (kind === 'from') return Prisma.sql`t.author_id = ${id}::uuid`
  if (kind === 'to')
    return Prisma.sql`EXISTS (SELECT 1 FROM tweets parent WHERE parent.id = t.reply_to_id AND parent.author_id = ${id}::uuid)`
  return Prisma.sql`EXISTS (SELECT 1 FROM mentions WHERE user_id = ${id}::uuid AND tweet_id = t.id)`
}

async function findPeople(viewer: Viewer | null, usernameKeys: string[]) {
  if (usernameKeys.length === 0) return []
  const select = { id: true, usernameKey: true, tweetsCount: true }
  return db.user.findMany({ where: { usernameKey: { in: usernameKeys }, ...visibleUsers(viewer) }, select })
}

async function findTags(words: string[]) {
  if (words.length === 0) return []
  return db.hashtag.findMany({ where: { word: { in: words } }, select: { id: true, word: true, tweetsCount: true } })
}

/** A single character is looked for only where no two neighbours hold it already. */
async function lex(texts: string[]): Promise<(Lexed & { text: string })[]> {
  if (texts.length === 0) return []
  return db.$queryRaw`
    SELECT text, search_runs(text) AS runs, (phraseto_tsquery('linnet', search_words(text)) && coalesce((
      SELECT string_agg('''' || gram || '''', ' & ')::tsquery FROM unnest(search_grams(text)) AS gram
      WHERE char_length(gram) = 2 OR NOT EXISTS (
        SELECT 1 FROM unnest(search_grams(text)) AS pair WHERE char_length(pair) = 2 AND position(gram in pair) > 0)
    ), ''::tsquery))::text AS query
    FROM unnest(${texts}::text[]) AS sought (text)`
}
