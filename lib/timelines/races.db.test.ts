import { expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { follow, unfollow } from '@/lib/follows/commands'
import { settled } from '@/lib/later'
import { retweet, unretweet } from '@/lib/retweets/commands'
import { type Person, people, tweetBy } from '@/lib/testing/factory'
import { plainEntries } from '@/lib/testing/home'
import { keepHome } from '@/lib/timelines/commands'
import { homeEntries } from '@/lib/timelines/home'
import { keptEntries } from '@/lib/timelines/kept'

const ALL = { cursor: undefined, since: undefined, take: 500, own: true }

const keptNow = (me: Viewer) => db.homeTimeline.findUnique({ where: { userId: me.id, filled: true }, select: { userId: true } })

async function untilKept(me: Viewer): Promise<void> {
  while (!(await keptNow(me))) await keepHome(me.id)
}

/** Each of them as often as this, one after another, all of them beside each other. */
const beside = (times: number, ...works: ((nth: number) => Promise<unknown>)[]) =>
  Promise.all(
    works.map(async (work) => {
      for (let nth = 0; nth < times; nth++) await work(nth)
    }),
  )

test('nothing is lost while one follows and unfollows, and reads for the first time, beside those who write', {
  timeout: 60_000,
}, async () => {
  const [one, two, other, stranger] = (await people(4)) as [Person, Person, Person, Person]
  const tweet = await tweetBy(stranger)
  for (let round = 0; round < 5; round++) {
    const readers = (await people(3)) as [Person, Person, Person]
    const [early, late, again] = readers
    await untilKept(early)
    await beside(
      6,
      () => tweetBy(one),
      () => tweetBy(two),
      (nth) => (nth % 2 ? unretweet(other, tweet.id) : retweet(other, tweet.id)),
      async (nth) => {
        for (const me of readers) await (nth % 3 === 1 ? unfollow : follow)(me, one.username)
      },
      async (nth) => {
        for (const me of readers) await (nth % 3 === 2 ? unfollow : follow)(me, two.username)
      },
      async (nth) => {
        if (nth === 1) for (const me of readers) await follow(me, other.username)
      },
      async (nth) => {
        await homeEntries(late, ALL)
        if (nth > 2) await homeEntries(again, ALL)
      },
    )
    await settled()
    for (const me of readers) {
      await untilKept(me)
      expect((await keptEntries(me, ALL))?.entries).toEqual(await plainEntries(me, ALL))
    }
  }
})

test('a timeline is not taken for filled while somebody writes who could not see that it is kept', async () => {
  const [me, them] = (await people(2)) as [Person, Person]
  await follow(me, them.username)
  let commit = () => {}
  let isBegun = () => {}
  const begun = new Promise<void>((resolve) => {
    isBegun = resolve
  })
  const id = '01a20734-c9ad-7616-9b77-1a4d282f1d03'
  const slow = db.$transaction(async (tx) => {
    await tx.tweet.create({ data: { id, authorId: them.id, content: 'Slow.', conversationId: id }, select: { id: true } })
    // What is put into timelines is chosen here, as if at the end.
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
    isBegun()
    await new Promise<void>((resolve) => {
      commit = resolve
    })
  })
  await begun
  const keeping = keepHome(me.id)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(await keptNow(me)).toBeNull()
  commit()
  await Promise.all([slow, keeping])
  await untilKept(me)
  expect((await keptEntries(me, ALL))?.entries).toEqual([{ id, tweetId: id, retweeterId: null }])
})
