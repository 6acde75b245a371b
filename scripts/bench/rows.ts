import { randomFrom } from '@/scripts/bench/random'
import { makeWords, writerOf } from '@/scripts/bench/text'
import { type Pairs, READERS, type World } from '@/scripts/bench/world'

/** A table, its columns, and its rows as `COPY` reads them; `count` is how many there are. */
export type Rows = { table: string; columns: string; count: number; rows: () => Iterable<string> }

const NULL = '\\N'
const DAY_MS = 24 * 3_600_000

/** The kinds of things that have ids, so that no two have the same. */
const KIND = { user: 1, tweet: 2, follow: 3, like: 4, retweet: 5, hashtag: 6, notification: 7 }

/** A UUIDv7 (RFC 9562 §5.7) of this millisecond, whose random part says which of its kind it is. */
export function idOf(kind: keyof typeof KIND, place: number, at: number): string {
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${KIND[kind]}${place.toString(16).padStart(11, '0')}`
}

/** The name of the nth person; the last ones say how many they follow. */
export function usernameOf({ size: { users } }: World, place: number): string {
  const reader = READERS[place - (users - READERS.length)]
  return reader ? `reads_${reader}` : `bird_${place}`
}

/** The person, by their place. */
export function userOf({ size: { now, users } }: World, place: number): string {
  return idOf('user', place, now - 120 * DAY_MS + (place * 50 * DAY_MS) / users)
}

/** The tweet, by its place. */
export function tweetOf({ tweets }: World, place: number): string {
  return idOf('tweet', place, tweets.at[place] ?? 0)
}

/** Every table of the world in an order in which what is pointed at comes first; their counts are those of the rows. */
export function tablesOf(world: World, passwordHash: string): Rows[] {
  const { size, tags, tagsInAll } = world
  const random = randomFrom(size.seed + 1)
  const words = makeWords(random, 20_000 + tagsInAll)
  return [
    users(world, passwordHash),
    hashtags(world, words),
    tweets(world, words.slice(tagsInAll), words),
    tweetHashtags(world, tags),
    mentions(world),
    pairs(world, 'follows', 'id, follower_id, following_id, created_at', world.follows, 'follow', (n) => userOf(world, n)),
    pairs(world, 'likes', 'id, user_id, tweet_id, created_at', world.likes, 'like', (n) => tweetOf(world, n)),
    pairs(world, 'retweets', 'id, user_id, tweet_id, created_at', world.retweets, 'retweet', (n) => tweetOf(world, n)),
    notifications(world),
  ]
}

const time = (at: number) => new Date(at).toISOString()
const row = (...columns: (string | number)[]) => `${columns.join('\t')}\n`

/** How often each place stands there. */
function tally(size: number, ...columns: Int32Array[]): Int32Array {
  const counts = new Int32Array(size)
  for (const column of columns) for (const place of column) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  return counts
}

function users(world: World, passwordHash: string): Rows {
  const { size, follows } = world
  const [followers, following] = [tally(size.users, follows.whom), tally(size.users, follows.who)]
  const written = tally(size.users, world.tweets.author)
  return {
    table: 'users',
    columns:
      'id, username, username_key, email, password_hash, name, bio, created_at, followers_count, following_count, tweets_count, email_verified_at',
    count: size.users,
    *rows() {
      for (let n = 0; n < size.users; n++) {
        const [name, at] = [usernameOf(world, n), time(size.now - 120 * DAY_MS)]
        const counts = [followers[n] ?? 0, following[n] ?? 0, written[n] ?? 0]
        yield row(userOf(world, n), name, name, `${name}@linnet.example`, passwordHash, `Bird ${n}`, 'Sings at dawn.', at, ...counts, at)
      }
    },
  }
}

const hashtagOf = (place: number) => idOf('hashtag', place, 0)

function hashtags({ tags, tagsInAll, size }: World, words: string[]): Rows {
  const uses = tally(tagsInAll, ...tags)
  return {
    table: 'hashtags',
    columns: 'id, word, display, display_lead, tweets_count, created_at',
    count: tagsInAll,
    *rows() {
      for (let n = 0; n < tagsInAll; n++) {
        const [word, count] = [words[n] ?? '', uses[n] ?? 0]
        yield row(hashtagOf(n), word, word, Math.min(20, count), count, time(size.now - 60 * DAY_MS))
      }
    },
  }
}

function tweets(world: World, words: string[], tagWords: string[]): Rows {
  const { size, tags } = world
  const { author, at, replyTo, quote, conversation, mention } = world.tweets
  const [likes, retweets] = [tally(size.tweets, world.likes.whom), tally(size.tweets, world.retweets.whom)]
  const [replies, quotes] = [tally(size.tweets, replyTo), tally(size.tweets, quote)]
  const idAt = (place: number | undefined) => (place === undefined || place < 0 ? NULL : tweetOf(world, place))
  return {
    table: 'tweets',
    columns:
      'id, author_id, content, conversation_id, reply_to_id, quote_id, created_at, likes_count, replies_count, retweets_count, quotes_count',
    count: size.tweets,
    *rows() {
      const write = writerOf(randomFrom(size.seed + 2), words)
      for (let n = 0; n < size.tweets; n++) {
        const to = mention[n] ?? -1
        const used = tags.flatMap((column) => ((column[n] ?? -1) >= 0 ? [`#${tagWords[column[n] ?? 0]}`] : []))
        const content = [...(to >= 0 ? [`@${usernameOf(world, to)}`] : []), write(), ...used].join(' ').slice(0, 250)
        const counts = [likes[n] ?? 0, replies[n] ?? 0, retweets[n] ?? 0, quotes[n] ?? 0]
        yield row(
          tweetOf(world, n),
          userOf(world, author[n] ?? 0),
          content,
          idAt(conversation[n]),
          idAt(replyTo[n]),
          idAt(quote[n]),
          time(at[n] ?? 0),
          ...counts,
        )
      }
    },
  }
}

function tweetHashtags(world: World, tags: World['tags']): Rows {
  const { size, tweets: all } = world
  return {
    table: 'tweet_hashtags',
    columns: 'hashtag_id, tweet_id, author_id, created_at',
    count: tags.reduce((sum, column) => sum + column.reduce((count, place) => count + Number(place >= 0), 0), 0),
    *rows() {
      for (let n = 0; n < size.tweets; n++)
        for (const column of tags) {
          const place = column[n] ?? -1
          if (place >= 0) yield row(hashtagOf(place), tweetOf(world, n), userOf(world, all.author[n] ?? 0), time(all.at[n] ?? 0))
        }
    },
  }
}

function mentions(world: World): Rows {
  const { mention } = world.tweets
  return {
    table: 'mentions',
    columns: 'tweet_id, user_id',
    count: mention.reduce((count, place) => count + Number(place >= 0), 0),
    *rows() {
      for (const [n, to] of mention.entries()) if (to >= 0) yield row(tweetOf(world, n), userOf(world, to))
    },
  }
}

/** Pairs in an order in which ids grow: each at a time between the beginning of the sixty days and now, or when its tweet was written. */
function pairs(
  world: World,
  table: string,
  columns: string,
  { who, whom }: Pairs,
  kind: 'follow' | 'like' | 'retweet',
  other: (n: number) => string,
): Rows {
  return {
    table,
    columns,
    count: who.length,
    *rows() {
      for (const [n, one] of who.entries()) {
        const at = actAt(world, { who, whom }, kind, n)
        yield row(idOf(kind, n, at), userOf(world, one), other(whom[n] ?? 0), time(at))
      }
    },
  }
}

/** A follow some time in the sixty days, an act within the hour after its tweet. */
function actAt({ size, tweets }: World, { who, whom }: Pairs, kind: 'follow' | 'like' | 'retweet', n: number): number {
  if (kind === 'follow') return Math.floor(size.now - 60 * DAY_MS * (1 - n / who.length))
  return Math.min(size.now, (tweets.at[whom[n] ?? 0] ?? 0) + ((n * 7_919) % 3_600_000))
}

/** What the readers are told of: who follows them, and who likes what they wrote. Everybody else's notifications nobody looks at. */
function notifications(world: World): Rows {
  const { size, follows, likes, tweets: all } = world
  const first = size.users - READERS.length
  function* rows() {
    let place = 0
    for (const [n, whom] of follows.whom.entries())
      if (whom >= first) yield told(place++, whom, follows.who[n] ?? 0, 'follow', NULL, actAt(world, follows, 'follow', n))
    for (const [n, tweet] of likes.whom.entries()) {
      const [author, by] = [all.author[tweet] ?? 0, likes.who[n] ?? 0]
      if (author >= first && author !== by) yield told(place++, author, by, 'like', tweetOf(world, tweet), actAt(world, likes, 'like', n))
    }
  }
  const told = (place: number, to: number, by: number, type: string, tweet: string, at: number) =>
    row(idOf('notification', place, at), userOf(world, to), userOf(world, by), type, tweet, 'f', time(at))
  let count = 0
  for (const _ of rows()) count++
  return { table: 'notifications', columns: 'id, user_id, actor_id, type, tweet_id, read, created_at', count, rows }
}
