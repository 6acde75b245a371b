import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Range, withinSql } from '@/lib/timelines/range'
import { mostly, rulesFor } from '@/lib/timelines/rules'
import type { Entry } from '@/lib/tweets/hydrate'
import { heardSql } from '@/lib/users/visibility'

/**
 * What the home timeline is: the newest of each person and of each hashtag followed, from one index each, so that the cost grows with how many
 * are followed and not with what was ever written. Of a tweet's several retweets only the newest since the run began counts, and it stands for
 * the tweet itself too.
 */
export function definedEntries(me: Viewer, range: Range): Promise<Entry[]> {
  const { take, own = true } = range
  const { hears, follows, newer, answersFollowed } = rulesFor(me, range)
  const within = (id: Prisma.Sql) => withinSql(range, id)
  const notAgain = (id: Prisma.Sql, tweetId: Prisma.Sql) => Prisma.sql`
    (SELECT true FROM retweets again WHERE again.tweet_id = ${tweetId} AND ${newer(Prisma.sql`again.id`, id)}
      AND (again.user_id = ${me.id}::uuid OR ${follows(Prisma.sql`again.user_id`)}) LIMIT 1) IS NULL`
  const isShown = mostly(Prisma.sql`${answersFollowed} AND ${notAgain(Prisma.sql`t.id`, Prisma.sql`t.id`)}`)
  const isRetweetShown = mostly(Prisma.sql`
    (SELECT ${hears(Prisma.sql`t.author_id`)} FROM tweets t WHERE t.id = r.tweet_id AND t.deleted_at IS NULL)
    AND ${notAgain(Prisma.sql`r.id`, Prisma.sql`r.tweet_id`)}`)
  return db.$queryRaw<Entry[]>`
    WITH people AS MATERIALIZED (
      SELECT ${me.id}::uuid AS id
      UNION ALL
      SELECT following_id FROM follows WHERE follower_id = ${me.id}::uuid AND ${heardSql(me, Prisma.sql`following_id`)}
    )
    SELECT newest.* FROM people, LATERAL (
      (SELECT t.id, t.id AS "tweetId", NULL::uuid AS "retweeterId" FROM tweets t
        WHERE t.author_id = people.id AND t.deleted_at IS NULL AND ${isShown} ${within(Prisma.sql`t.id`)}
        ORDER BY t.id DESC LIMIT ${take})
      UNION ALL
      (SELECT r.id, r.tweet_id, r.user_id FROM retweets r
        WHERE r.user_id = people.id AND ${isRetweetShown} ${within(Prisma.sql`r.id`)}
        ORDER BY r.id DESC LIMIT ${take})
    ) newest ${own ? Prisma.empty : Prisma.sql`WHERE people.id <> ${me.id}::uuid`}
    UNION
    SELECT tagged.* FROM hashtag_follows tag, LATERAL (
      SELECT t.id, t.id, NULL::uuid
        FROM tweet_hashtags th JOIN tweets t ON t.id = th.tweet_id
        WHERE th.hashtag_id = tag.hashtag_id AND t.deleted_at IS NULL AND ${isShown} ${within(Prisma.sql`th.tweet_id`)}
          AND ${hears(Prisma.sql`th.author_id`)} ${own ? Prisma.empty : Prisma.sql`AND th.author_id <> ${me.id}::uuid`}
        ORDER BY th.tweet_id DESC LIMIT ${take}
    ) tagged WHERE tag.user_id = ${me.id}::uuid
    ORDER BY id DESC LIMIT ${take}`
}
