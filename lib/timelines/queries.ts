import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { encodeCursor, encodeRunCursor, type RunCursor, runParams, timelineParams } from '@/lib/page'
import { sinceParams, type TimelinePage } from '@/lib/timelines/schema'
import { type Entry, hydrateEntries } from '@/lib/tweets/hydrate'
import { heardTweets } from '@/lib/tweets/visibility'
import { heardSql } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/**
 * What the viewer and the people they follow tweeted and retweeted, and what anybody tweeted with a hashtag that the viewer follows,
 * newest first, each tweet once in a run of pages and nothing of people blocked or muted. A reply shows only when it answers the
 * viewer, its own author or somebody the viewer follows. Throws `unauthenticated` and `validation_failed`.
 */
export async function listHome(viewer: Viewer | null, query: unknown): Promise<TimelinePage> {
  const me = signedIn(viewer)
  const { limit, cursor, since } = parse(runParams, query)
  const entries = await homeEntries(me, { cursor, since, take: limit + 1 })
  const start = cursor?.start ?? entries[0]?.id ?? OLDEST
  return toTimelinePage(me, entries, limit, { top: start, cursorOf: (last) => encodeRunCursor({ start, last }) })
}

/**
 * How much others added to the home timeline that is newer than `since`; 100 stands for as many or more. What one writes oneself is no
 * news. Throws as `listHome` does.
 */
export async function countNew(viewer: Viewer | null, query: unknown): Promise<{ count: number }> {
  const me = signedIn(viewer)
  const { since } = parse(sinceParams, query)
  const entries = await homeEntries(me, { cursor: undefined, since, take: 100, own: false })
  return { count: entries.length }
}

/** Everybody's tweets, newest first, replies left out, and nothing of people blocked or muted. Throws `validation_failed`. */
export async function listPublic(viewer: Viewer | null, query: unknown): Promise<TimelinePage> {
  const { limit, cursor, since } = parse(timelineParams, query)
  const id = { ...(cursor && { lt: cursor }), ...(since && { gt: since }) }
  const rows = await db.tweet.findMany({
    where: { ...heardTweets(viewer), replyToId: null, id },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const entries = rows.map((row) => ({ id: row.id, tweetId: row.id }))
  return toTimelinePage(viewer, entries, limit, { top: cursor ?? OLDEST, cursorOf: encodeCursor })
}

type Range = { cursor: RunCursor | undefined; since: string | undefined; take: number; own?: boolean }

/** Below every id: where a timeline begins that has nothing yet. */
const OLDEST = '00000000-0000-0000-0000-000000000000'

/** `top` is the newest end of a page that holds nothing; `cursorOf` names the place after a row. */
type Ends = { top: string; cursorOf: (lastId: string) => string }

async function toTimelinePage(viewer: Viewer | null, entries: Entry[], limit: number, { top, cursorOf }: Ends): Promise<TimelinePage> {
  const shown = entries.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await hydrateEntries(viewer, shown),
    nextCursor: entries.length > limit && last ? cursorOf(last.id) : null,
    sinceCursor: encodeCursor(shown[0]?.id ?? top),
  }
}

/**
 * The newest of each person and of each hashtag followed, from one index each, so that the cost grows with how many are followed and
 * not with what was ever written. Of a tweet's several retweets only the newest since the run began counts, and it stands for the tweet
 * itself too.
 */
function homeEntries(me: Viewer, { cursor, since, take, own = true }: Range): Promise<Entry[]> {
  const within = (id: Prisma.Sql) => Prisma.sql`
    ${cursor ? Prisma.sql`AND ${id} < ${cursor.last}::uuid` : Prisma.empty} ${since ? Prisma.sql`AND ${id} > ${since}::uuid` : Prisma.empty}`
  const notAgain = (id: Prisma.Sql, tweetId: Prisma.Sql) => Prisma.sql`
    AND NOT EXISTS (
      SELECT 1 FROM retweets again WHERE again.tweet_id = ${tweetId} AND again.id > ${id} AND again.user_id IN (SELECT id FROM people)
        ${cursor ? Prisma.sql`AND again.id <= ${cursor.start}::uuid` : Prisma.empty})`
  const ofInterest = Prisma.sql`t.deleted_at IS NULL
    AND (t.reply_to_id IS NULL OR parent.author_id = t.author_id OR parent.author_id IN (SELECT id FROM people))
    ${notAgain(Prisma.sql`t.id`, Prisma.sql`t.id`)}`
  return db.$queryRaw<Entry[]>`
    WITH people AS MATERIALIZED (
      SELECT ${me.id}::uuid AS id
      UNION ALL
      SELECT following_id FROM follows WHERE follower_id = ${me.id}::uuid AND ${heardSql(me, Prisma.sql`following_id`)}
    )
    SELECT newest.* FROM people, LATERAL (
      (SELECT t.id, t.id AS "tweetId", NULL::uuid AS "retweeterId"
        FROM tweets t LEFT JOIN tweets parent ON parent.id = t.reply_to_id
        WHERE t.author_id = people.id AND ${ofInterest} ${within(Prisma.sql`t.id`)}
        ORDER BY t.id DESC LIMIT ${take})
      UNION ALL
      (SELECT r.id, r.tweet_id, r.user_id
        FROM retweets r JOIN tweets t ON t.id = r.tweet_id
        WHERE r.user_id = people.id AND t.deleted_at IS NULL ${within(Prisma.sql`r.id`)} AND ${heardSql(me, Prisma.sql`t.author_id`)}
          ${notAgain(Prisma.sql`r.id`, Prisma.sql`r.tweet_id`)}
        ORDER BY r.id DESC LIMIT ${take})
    ) newest ${own ? Prisma.empty : Prisma.sql`WHERE people.id <> ${me.id}::uuid`}
    UNION
    SELECT tagged.* FROM hashtag_follows tag, LATERAL (
      SELECT t.id, t.id, NULL::uuid
        FROM tweet_hashtags th JOIN tweets t ON t.id = th.tweet_id LEFT JOIN tweets parent ON parent.id = t.reply_to_id
        WHERE th.hashtag_id = tag.hashtag_id AND ${ofInterest} ${within(Prisma.sql`th.tweet_id`)} AND ${heardSql(me, Prisma.sql`th.author_id`)}
          ${own ? Prisma.empty : Prisma.sql`AND th.author_id <> ${me.id}::uuid`}
        ORDER BY th.tweet_id DESC LIMIT ${take}
    ) tagged WHERE tag.user_id = ${me.id}::uuid
    ORDER BY id DESC LIMIT ${take}`
}
