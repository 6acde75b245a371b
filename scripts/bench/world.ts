import { pareto, randomFrom, zipf } from '@/scripts/bench/random'

/** How large a world is, and what it is made from: the same numbers make the same world. */
export type Size = { users: number; tweets: number; seed: number; now: number }

/** People who only read, by how many they follow; they are the last ones. */
export const READERS = [50, 500, 5_000]

const DAYS = 60
const DAY_MS = 24 * 3_600_000
const NONE = -1

/** Who follows whom, in the order in which they began: the nth follow is of `who[n]`, who reads `whom[n]`. */
export type Pairs = { who: Int32Array; whom: Int32Array }

/** Everything that happened, by places: the nth person, the nth tweet. -1 stands for none. */
export type World = {
  size: Size
  follows: Pairs
  tweets: { author: Int32Array; at: Float64Array; replyTo: Int32Array; quote: Int32Array; conversation: Int32Array; mention: Int32Array }
  /** Up to two for each tweet. */
  tags: [Int32Array, Int32Array]
  tagsInAll: number
  likes: Pairs
  retweets: Pairs
}

/** Makes a world: few people with very many followers, hashtags and words as frequent as those of a language, sixty days until now. */
export function makeWorld(size: Size): World {
  const random = randomFrom(size.seed)
  const popular = zipf(random, size.users - READERS.length, { exponent: 0.9, offset: 10 })
  const tweets = makeTweets(size, random, popular)
  const tagsInAll = Math.max(100, Math.round(size.tweets / 100))
  const tag = zipf(random, tagsInAll)
  const tags: World['tags'] = [new Int32Array(size.tweets).fill(NONE), new Int32Array(size.tweets).fill(NONE)]
  for (let n = 0; n < size.tweets; n++) {
    if (random() < 0.4) tags[0][n] = tag()
    const second = random() < 0.1 ? tag() : NONE
    if (second !== tags[0][n]) tags[1][n] = second
  }
  return {
    size,
    follows: makeFollows(size, random, popular),
    tweets,
    tags,
    tagsInAll,
    likes: makeActs(size, random, 2 * size.tweets),
    retweets: makeActs(size, random, Math.round(0.2 * size.tweets)),
  }
}

/** How many people are followed by half of everybody. */
const STARS = 5

function makeFollows({ users }: Size, random: () => number, popular: () => number): Pairs {
  const pairs: [number, number][] = []
  const readers = new Map(READERS.map((count, n) => [users - READERS.length + n, Math.min(count, users - READERS.length - 1)]))
  for (let who = 0; who < users; who++) {
    const count = readers.get(who) ?? pareto(random, { least: 7, most: Math.min(5_000, users >> 2), exponent: 1.35 })
    const whom = new Set<number>()
    for (let star = 0; star < STARS && whom.size < count; star++) if (star !== who && random() < 0.5) whom.add(star)
    while (whom.size < count) {
      const one = random() < 0.7 ? popular() : Math.floor(random() * users)
      if (one !== who) whom.add(one)
    }
    for (const one of whom) pairs.push([who, one])
  }
  return shuffled(pairs, random)
}

function makeTweets({ users, tweets: count, now }: Size, random: () => number, popular: () => number): World['tweets'] {
  const column = () => new Int32Array(count).fill(NONE)
  const tweets = {
    author: column(),
    at: new Float64Array(count),
    replyTo: column(),
    quote: column(),
    conversation: column(),
    mention: column(),
  }
  const recent = (n: number) => n - 1 - Math.floor(random() ** 2 * Math.min(n, 2_000))
  for (let n = 0; n < count; n++) {
    tweets.author[n] = random() < 0.5 ? popular() : Math.floor(random() * users)
    // One after the other, and never two at once.
    tweets.at[n] = Math.floor(now - DAYS * DAY_MS * (1 - n / count))
    const replyTo = n > 0 && random() < 0.25 ? recent(n) : NONE
    tweets.replyTo[n] = replyTo
    tweets.conversation[n] = replyTo === NONE ? n : (tweets.conversation[replyTo] ?? n)
    if (n > 0 && random() < 0.03) tweets.quote[n] = recent(n)
    if (replyTo !== NONE) tweets.mention[n] = tweets.author[replyTo] ?? NONE
    else if (random() < 0.05) tweets.mention[n] = popular()
  }
  return tweets
}

/** So many likes or retweets, half of them of one tweet in a hundred; nobody does the same twice. */
function makeActs({ users, tweets }: Size, random: () => number, count: number): Pairs {
  const keys = new Float64Array(count)
  for (let n = 0; n < count; n++) {
    const tweet = random() < 0.5 ? Math.floor(random() * (tweets / 100)) * 100 : Math.floor(random() * tweets)
    keys[n] = tweet * users + Math.floor(random() * users)
  }
  keys.sort()
  const different = keys.filter((key, n) => n === 0 || key !== keys[n - 1])
  return { who: Int32Array.from(different, (key) => key % users), whom: Int32Array.from(different, (key) => Math.floor(key / users)) }
}

function shuffled(pairs: [number, number][], random: () => number): Pairs {
  for (let n = pairs.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1))
    const [here, there] = [pairs[n], pairs[other]]
    if (here && there) [pairs[n], pairs[other]] = [there, here]
  }
  return { who: Int32Array.from(pairs, ([who]) => who), whom: Int32Array.from(pairs, ([, whom]) => whom) }
}
