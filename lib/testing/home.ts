import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Range, withinSql } from '@/lib/timelines/range'
import type { Entry } from '@/lib/tweets/hydrate'
import { heardSql } from '@/lib/users/visibility'

/**
 * The home timeline as it was first written, in one query without regard to what it costs: what every other way to read it must answer too.
 * The newest of each person and of each hashtag followed; of a tweet's several retweets only the newest since the run began counts, and it
 * stands for the tweet itself too.
 */
export function plainEntries(me: Viewer, { cursor, since, take, own = true }: Range): Promise<Entry[]> {
  const within = (id: Prisma.Sql) => withinSql({ cursor, since }, id)
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
