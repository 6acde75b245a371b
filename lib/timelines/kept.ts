import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { OLDEST, type Range, withinSql } from '@/lib/timelines/range'
import { mostly, rulesFor } from '@/lib/timelines/rules'
import type { Entry } from '@/lib/tweets/hydrate'
import { heardSql } from '@/lib/users/visibility'

// What was put into a kept timeline may stand there: whether it does, the definition's rules say when it is read, each by a lookup by a
// primary or unique key. So nothing needs to be taken out of it, whatever is deleted, undone, unfollowed, blocked, muted or suspended.

/** What is there of it, or null when it is not known to be all; `isUnnoted` when nobody noted for an hour that it is read. */
type Kept = { entries: Entry[] | null; isUnnoted: boolean }

type Row = (Entry | { id: null; tweetId: null; retweeterId: null }) & { floor: string | null; reach: string | null; isUnnoted: boolean }

/** How many candidates of each kind are looked at first, for each entry that is wanted; then everything that there may be. */
const AMPLE = 5
const ALL = 2_000

/** The same as `definedEntries` answers, from the viewer's kept timeline; null when none is kept. */
export async function keptEntries(me: Viewer, range: Range): Promise<Kept | null> {
  for (const most of [AMPLE * range.take, ALL]) {
    const rows = await db.$queryRaw<Row[]>(keptSql(me, range, most))
    const [first] = rows
    if (!first) return null
    const { floor, reach, isUnnoted } = first
    const entries = rows.flatMap(({ id, tweetId, retweeterId }) => (id ? { id, tweetId, retweeterId } : []))
    const isAll = (from: string | null) => from === null || (range.since !== undefined && range.since >= from)
    if (entries.length === range.take || (isAll(floor) && isAll(reach))) return { entries, isUnnoted }
    if (!reach || most === ALL) return { entries: null, isUnnoted }
  }
  return null
}

/**
 * One statement, so that the floor and what is above it are of one moment. What the viewer writes, and the few followed who write for too many
 * to be put into each timeline, come from their own indexes, and so do hashtags. Where one of these has more than was looked at, `reach` is the
 * id from which on all of it was.
 */
function keptSql(me: Viewer, range: Range, most: number): Prisma.Sql {
  return Prisma.sql`
    WITH kept AS MATERIALIZED (
      SELECT floor, read_at < now() - interval '1 hour' AS "isUnnoted" FROM home_timelines WHERE user_id = ${me.id}::uuid AND filled
    ), apart AS MATERIALIZED (
      SELECT ${me.id}::uuid AS id
      UNION ALL
      SELECT u.id FROM users u JOIN follows f ON f.following_id = u.id AND f.follower_id = ${me.id}::uuid
        WHERE NOT u.fans_out AND ${heardSql(me, Prisma.sql`u.id`)}
    ), candidates AS MATERIALIZED (
      SELECT id, tweet_id, bool_or(tagged) AS tagged, max(place) AS place FROM (${candidatesSql(me, range, most)}) c GROUP BY id, tweet_id ORDER BY id DESC
    ), reach AS MATERIALIZED (
      SELECT id FROM candidates WHERE place = ${most} ORDER BY id DESC LIMIT 1
    )
    SELECT kept.*, (SELECT id FROM reach) AS reach, entries.* FROM kept LEFT JOIN (${shownSql(me, range)}) entries ON true ORDER BY entries.id DESC`
}

/** The newest of each kind, whatever the rules say of them. */
function candidatesSql(me: Viewer, range: Range, most: number): Prisma.Sql {
  const newest = (id: Prisma.Sql) => Prisma.sql`
    AND ${id} >= coalesce((SELECT floor FROM kept), ${OLDEST}::uuid) ${withinSql(range, id)} ORDER BY ${id} DESC LIMIT ${most}`
  const place = (id: Prisma.Sql) => Prisma.sql`row_number() OVER (ORDER BY ${id} DESC) AS place`
  const others = (id: Prisma.Sql) => (range.own === false ? Prisma.sql`AND ${id} <> ${me.id}::uuid` : Prisma.empty)
  return Prisma.sql`
    (SELECT id, tweet_id, false AS tagged, ${place(Prisma.sql`id`)} FROM home_entries WHERE user_id = ${me.id}::uuid ${newest(Prisma.sql`id`)})
    UNION ALL
    SELECT act.id, act.tweet_id, false, act.place FROM apart, LATERAL (
      (SELECT t.id, t.id AS tweet_id, ${place(Prisma.sql`t.id`)} FROM tweets t WHERE t.author_id = apart.id AND t.deleted_at IS NULL ${newest(Prisma.sql`t.id`)})
      UNION ALL
      (SELECT r.id, r.tweet_id, ${place(Prisma.sql`r.id`)} FROM retweets r WHERE r.user_id = apart.id ${newest(Prisma.sql`r.id`)})
    ) act WHERE true ${others(Prisma.sql`apart.id`)}
    UNION ALL
    SELECT used.id, used.id, true, used.place FROM hashtag_follows tag, LATERAL (
      SELECT th.tweet_id AS id, ${place(Prisma.sql`th.tweet_id`)} FROM tweet_hashtags th
      WHERE th.hashtag_id = tag.hashtag_id ${others(Prisma.sql`th.author_id`)} ${newest(Prisma.sql`th.tweet_id`)}
    ) used WHERE tag.user_id = ${me.id}::uuid`
}

/** Those for which the rules are, from the newest on until there are enough. */
function shownSql(me: Viewer, range: Range): Prisma.Sql {
  const { hears, newer, answersFollowed, follows } = rulesFor(me, range)
  const actor = Prisma.sql`coalesce(r.user_id, t.author_id)`
  const isShown = Prisma.sql`
    (${actor} = ${me.id}::uuid OR (${hears(actor)}
      AND (c.tagged OR (SELECT true FROM follows WHERE follower_id = ${me.id}::uuid AND following_id = ${actor}))))
    AND CASE WHEN c.id = c.tweet_id THEN ${answersFollowed} ELSE r.user_id IS NOT NULL AND ${hears(Prisma.sql`t.author_id`)} END
    AND (SELECT true FROM home_entries put JOIN retweets again ON again.id = put.id
      WHERE put.user_id = ${me.id}::uuid AND put.tweet_id = c.tweet_id AND put.id <> put.tweet_id AND ${newer(Prisma.sql`put.id`, Prisma.sql`c.id`)}
        AND ${follows(Prisma.sql`again.user_id`)} LIMIT 1) IS NULL
    AND (SELECT true FROM apart, LATERAL (SELECT id FROM retweets WHERE user_id = apart.id AND tweet_id = c.tweet_id OFFSET 0) again
      WHERE ${newer(Prisma.sql`again.id`, Prisma.sql`c.id`)} LIMIT 1) IS NULL`
  return Prisma.sql`
    SELECT c.id, c.tweet_id AS "tweetId", r.user_id AS "retweeterId"
    FROM (SELECT * FROM candidates WHERE id >= coalesce((SELECT id FROM reach), ${OLDEST}::uuid) ORDER BY id DESC OFFSET 0) c
      CROSS JOIN LATERAL (SELECT author_id, reply_to_id FROM tweets WHERE id = c.tweet_id AND deleted_at IS NULL OFFSET 0) t
      LEFT JOIN LATERAL (SELECT user_id FROM retweets WHERE id = c.id AND c.id <> c.tweet_id OFFSET 0) r ON true
    WHERE ${mostly(isShown)} ORDER BY c.id DESC LIMIT ${range.take}`
}
