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

type Row = Entry & { floor: string | null; isUnnoted: boolean }

/** The same as `definedEntries` answers, from the viewer's kept timeline; null when none is kept. */
export async function keptEntries(me: Viewer, range: Range): Promise<Kept | null> {
  const rows = await db.$queryRaw<(Row | (Row & { id: null }))[]>(keptSql(me, range))
  const [first] = rows
  if (!first) return null
  const { floor, isUnnoted } = first
  const entries = rows.flatMap(({ id, tweetId, retweeterId }) => (id ? { id, tweetId, retweeterId } : []))
  const isAll = entries.length === range.take || floor === null || (range.since !== undefined && range.since >= floor)
  return { entries: isAll ? entries : null, isUnnoted }
}

/**
 * One statement, so that the floor and what is above it are of one moment. What the viewer writes, and the few followed who write for too many
 * to be put into each timeline, come from their own indexes, and so do hashtags.
 */
function keptSql(me: Viewer, range: Range): Prisma.Sql {
  const { take, own = true } = range
  const rules = keptRules(me, range)
  return Prisma.sql`
    WITH kept AS MATERIALIZED (
      SELECT floor, read_at < now() - interval '1 hour' AS "isUnnoted" FROM home_timelines WHERE user_id = ${me.id}::uuid AND filled
    ), apart AS MATERIALIZED (
      SELECT ${me.id}::uuid AS id
      UNION ALL
      SELECT u.id FROM users u JOIN follows f ON f.following_id = u.id AND f.follower_id = ${me.id}::uuid
        WHERE NOT u.fans_out AND ${heardSql(me, Prisma.sql`u.id`)}
    ), entries AS (
      (${putSql(me, range, rules)})
      UNION
      SELECT newest.* FROM apart, LATERAL (${newestSql(range, rules)}) newest
        ${own ? Prisma.empty : Prisma.sql`WHERE apart.id <> ${me.id}::uuid`}
      UNION
      SELECT tagged.* FROM hashtag_follows tag, LATERAL (${taggedSql(me, range, rules)}) tagged WHERE tag.user_id = ${me.id}::uuid
      ORDER BY id DESC LIMIT ${take}
    )
    SELECT kept.*, entries.* FROM kept LEFT JOIN entries ON true ORDER BY entries.id DESC`
}

type KeptRules = ReturnType<typeof keptRules>

function keptRules(me: Viewer, range: Range) {
  const rules = rulesFor(me, range)
  const { follows, newer } = rules
  return {
    ...rules,
    within: (id: Prisma.Sql) => Prisma.sql`${id} >= coalesce((SELECT floor FROM kept), ${OLDEST}::uuid) ${withinSql(range, id)}`,
    notAgain: (id: Prisma.Sql, tweetId: Prisma.Sql) => Prisma.sql`
      (SELECT true FROM home_entries put JOIN retweets again ON again.id = put.id
        WHERE put.user_id = ${me.id}::uuid AND put.tweet_id = ${tweetId} AND put.id <> put.tweet_id AND ${newer(Prisma.sql`put.id`, id)}
          AND ${follows(Prisma.sql`again.user_id`)} LIMIT 1) IS NULL
      AND (SELECT true FROM apart, LATERAL (SELECT id FROM retweets WHERE user_id = apart.id AND tweet_id = ${tweetId} OFFSET 0) again
        WHERE ${newer(Prisma.sql`again.id`, id)} LIMIT 1) IS NULL`,
  }
}

/** What was put into the timeline. */
function putSql(me: Viewer, { take }: Range, { hears, follows, notAgain, answersFollowed, within }: KeptRules): Prisma.Sql {
  const isShown = Prisma.sql`${follows(Prisma.sql`coalesce(r.user_id, t.author_id)`)}
    AND CASE WHEN e.id = e.tweet_id THEN ${answersFollowed} ELSE r.user_id IS NOT NULL AND ${hears(Prisma.sql`t.author_id`)} END
    AND ${notAgain(Prisma.sql`e.id`, Prisma.sql`e.tweet_id`)}`
  return Prisma.sql`
    SELECT e.id, e.tweet_id AS "tweetId", r.user_id AS "retweeterId"
    FROM home_entries e
      CROSS JOIN LATERAL (SELECT author_id, reply_to_id FROM tweets WHERE id = e.tweet_id AND deleted_at IS NULL OFFSET 0) t
      LEFT JOIN LATERAL (SELECT user_id FROM retweets WHERE id = e.id AND e.id <> e.tweet_id OFFSET 0) r ON true
    WHERE e.user_id = ${me.id}::uuid AND ${within(Prisma.sql`e.id`)} AND ${mostly(isShown)}
    ORDER BY e.id DESC LIMIT ${take}`
}

/** The newest of one of those apart. */
function newestSql({ take }: Range, { hears, notAgain, answersFollowed, within }: KeptRules): Prisma.Sql {
  const isHeard = Prisma.sql`(SELECT ${hears(Prisma.sql`t.author_id`)} FROM tweets t WHERE t.id = r.tweet_id AND t.deleted_at IS NULL)`
  return Prisma.sql`
    (SELECT t.id, t.id, NULL::uuid FROM tweets t
      WHERE t.author_id = apart.id AND t.deleted_at IS NULL AND ${within(Prisma.sql`t.id`)}
        AND ${mostly(Prisma.sql`${answersFollowed} AND ${notAgain(Prisma.sql`t.id`, Prisma.sql`t.id`)}`)}
      ORDER BY t.id DESC LIMIT ${take})
    UNION ALL
    (SELECT r.id, r.tweet_id, r.user_id FROM retweets r
      WHERE r.user_id = apart.id AND ${within(Prisma.sql`r.id`)}
        AND ${mostly(Prisma.sql`${isHeard} AND ${notAgain(Prisma.sql`r.id`, Prisma.sql`r.tweet_id`)}`)}
      ORDER BY r.id DESC LIMIT ${take})`
}

/** The newest with one of the hashtags followed. */
function taggedSql(me: Viewer, { take, own = true }: Range, { hears, notAgain, answersFollowed, within }: KeptRules): Prisma.Sql {
  const isShown = Prisma.sql`(SELECT ${answersFollowed} FROM tweets t WHERE t.id = th.tweet_id AND t.deleted_at IS NULL)
    AND ${notAgain(Prisma.sql`th.tweet_id`, Prisma.sql`th.tweet_id`)} AND ${hears(Prisma.sql`th.author_id`)}`
  return Prisma.sql`
    SELECT th.tweet_id, th.tweet_id, NULL::uuid FROM tweet_hashtags th
    WHERE th.hashtag_id = tag.hashtag_id AND ${within(Prisma.sql`th.tweet_id`)} ${own ? Prisma.empty : Prisma.sql`AND th.author_id <> ${me.id}::uuid`}
      AND ${mostly(isShown)}
    ORDER BY th.tweet_id DESC LIMIT ${take}`
}
