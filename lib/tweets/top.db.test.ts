import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { listHashtagTweets } from '@/lib/hashtags/queries'
import { likeTweet } from '@/lib/likes/commands'
import { retweet } from '@/lib/retweets/commands'
import { newUsername, type Person, people, tweetBy } from '@/lib/testing/factory'
import type { Tweet } from '@/lib/tweets/schema'

let crowd: Person[]

beforeAll(async () => {
  crowd = await people(6)
})

const person = (nth: number) => crowd[nth] as Person

const ACTS = {
  like: (by: Person, { id }: Tweet) => likeTweet(by, id),
  retweet: (by: Person, { id }: Tweet) => retweet(by, id),
  reply: (by: Person, { id }: Tweet) => tweetBy(by, 'Yes.', { replyToId: id }),
  quote: (by: Person, { id }: Tweet) => tweetBy(by, 'Look.', { quoteId: id }),
}

const act = fc.record({ kind: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])), by: fc.nat(5), on: fc.nat(6) })

async function begin(count: number) {
  const tag = newUsername()
  const tweets: Tweet[] = []
  for (let n = 0; n < count; n++) tweets.push(await tweetBy(person(n % 6), `#${tag}`))
  const top = (query: object, viewer: Person | null = null) => listHashtagTweets(viewer, tag, { ...query, sort: 'top' })
  return { tweets, top }
}

const idsOf = (tweets: Tweet[]) => tweets.map(({ id }) => id)

describe('top', () => {
  it('is by likes + 2 × (retweets + quotes) + replies, the newest first among equals', async () => {
    const { tweets, top } = await begin(6)
    const [none, liked, retweeted, quoted, replied, twice] = tweets as [Tweet, Tweet, Tweet, Tweet, Tweet, Tweet]
    await ACTS.like(person(0), liked)
    await ACTS.retweet(person(0), retweeted)
    await ACTS.quote(person(0), quoted)
    await ACTS.reply(person(0), replied)
    for (const nth of [0, 1, 2]) await ACTS.like(person(nth), twice)
    expect(idsOf((await top({})).items)).toEqual(idsOf([twice, quoted, retweeted, replied, liked, none]))
  })

  it('leaves out whom one does not want to hear, and what is newer than the run of pages', async () => {
    const [me] = (await people(1)) as [Person]
    const { tweets, top } = await begin(6)
    await block(me, person(5).username)
    const first = await top({ limit: 2 }, me)
    await tweetBy(person(0), `Late. #${tweets[0]?.entities.hashtags[0]?.word}`)
    const second = await top({ limit: 10, cursor: first.nextCursor }, me)
    expect(idsOf([...first.items, ...second.items])).toEqual(idsOf(tweets.slice(0, 5).toReversed()))
  })

  it('shows each tweet once, in the order in which the run began, whatever people do between pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(act, { maxLength: 10 }),
        fc.array(act, { maxLength: 10 }),
        async (limit, before, meanwhile) => {
          const { tweets, top } = await begin(7)
          for (const { kind, by, on } of before) await ACTS[kind](person(by), tweets[on] as Tweet)
          const rest = [...meanwhile]
          const whole = idsOf((await top({ limit: 100 })).items)
          const shown: string[] = []
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const page = await top({ limit, ...(cursor && { cursor }) })
            shown.push(...idsOf(page.items))
            cursor = page.nextCursor
            for (const { kind, by, on } of rest.splice(0, 3)) await ACTS[kind](person(by), tweets[on] as Tweet)
          }
          expect(shown).toEqual(whole)
        },
      ),
      { numRuns: 12 },
    )
  })
})
