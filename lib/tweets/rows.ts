import { type Db, db, prepared, reads } from '@/lib/db'
import type { MediaRow } from '@/lib/media/view'
import type { SummaryRow } from '@/lib/users/view'

/** Somebody beside a tweet, and whether the viewer may not see them: they are suspended, or one of the two blocks the other. */
type Person = SummaryRow & { hidden: boolean }

/** What a tweet's view is made of, and what the viewer did to it; of nobody's viewer nothing. */
export type TweetRow = {
  id: string
  content: string
  createdAt: Date
  deletedAt: Date | null
  conversationId: string
  quoteId: string | null
  likesCount: number
  repliesCount: number
  retweetsCount: number
  quotesCount: number
  author: Person | null
  replyTo: { id: string; author: Person | null } | null
  media: MediaRow[]
  /** The usernames of those whom it mentions and who are not suspended. */
  mentions: string[]
  liked: boolean
  retweeted: boolean
  bookmarked: boolean
}

const person = (id: string) => `(SELECT json_build_object('id', u.id, 'username', u.username, 'name', u.name, 'avatarUrl', u.avatar_url,
    'hidden', u.suspended_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = $2::uuid AND b.blocked_id = u.id)
      OR EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = u.id AND b.blocked_id = $2::uuid)) FROM users u WHERE u.id = ${id})`

const did = (table: string) => `EXISTS (SELECT 1 FROM ${table} d WHERE d.user_id = $2::uuid AND d.tweet_id = t.id)`

/**
 * One statement for all of it, in the shape in which it is wanted: through Prisma's relations it takes two and several times as long, and nothing
 * is read more often. A test compares the two.
 */
const STATEMENT = `
  SELECT t.id, t.content, t.created_at AS "createdAt", t.deleted_at AS "deletedAt", t.conversation_id AS "conversationId", t.quote_id AS "quoteId",
    t.likes_count AS "likesCount", t.replies_count AS "repliesCount", t.retweets_count AS "retweetsCount", t.quotes_count AS "quotesCount",
    ${person('t.author_id')} AS author,
    (SELECT json_build_object('id', p.id, 'author', ${person('p.author_id')}) FROM tweets p WHERE p.id = t.reply_to_id) AS "replyTo",
    (SELECT coalesce(json_agg(json_build_object('id', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height, 'contentType', m.content_type,
      'blurhash', m.blurhash, 'files', m.files) ORDER BY m.position), '[]') FROM media m WHERE m.tweet_id = t.id) AS media,
    (SELECT coalesce(json_agg(u.username), '[]') FROM mentions n JOIN users u ON u.id = n.user_id
      WHERE n.tweet_id = t.id AND u.suspended_at IS NULL) AS mentions,
    ${did('likes')} AS liked, ${did('retweets')} AS retweeted, ${did('bookmarks')} AS bookmarked
  FROM tweets t
  WHERE t.id = ANY ($1::uuid[]) OR t.id = ANY (ARRAY (SELECT q.quote_id FROM tweets q WHERE q.id = ANY ($1::uuid[])))`

/** The rows of these tweets and of those that they quote, for a viewer with that id, in any order. */
export async function readTweets(ids: string[], viewerId: string | null, client: Db = db): Promise<TweetRow[]> {
  if (client !== db) return client.$queryRawUnsafe<TweetRow[]>(STATEMENT, ids, viewerId)
  return (await reads.query<TweetRow>(prepared('read_tweets', STATEMENT, [ids, viewerId]))).rows
}
