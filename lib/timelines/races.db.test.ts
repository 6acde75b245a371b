import { expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { type Db, db, isUnavailable } from '@/lib/db'
import { follow, lockPair, unfollow } from '@/lib/follows/commands'
import { newId } from '@/lib/id'
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

/** A promise, and what keeps it. */
function promised(): [Promise<void>, () => void] {
  let keep = () => {}
  const promise = new Promise<void>((resolve) => {
    keep = resolve
  })
  return [promise, keep]
}

/** Does the work in a transaction that has put into timelines what it puts there, and stays open until it is let go. */
async function slowly(work: (tx: Db) => Promise<unknown>): Promise<() => Promise<void>> {
  const [[done, isDone], [end, letGo]] = [promised(), promised()]
  const slow = db.$transaction(async (tx) => {
    await work(tx)
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
    isDone()
    await end
  })
  await done
  return async () => {
    letGo()
    await slow
  }
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
  for (let round = 0; round < 3; round++) {
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

const tick = () => new Promise((resolve) => setTimeout(resolve, 150))

test('a timeline is not taken for filled while somebody writes who could not see that it is kept', async () => {
  const [me, them] = (await people(2)) as [Person, Person]
  await follow(me, them.username)
  const id = newId()
  const letGo = await slowly((tx) =>
    tx.tweet.create({ data: { id, authorId: them.id, content: 'Slow.', conversationId: id }, select: { id: true } }),
  )
  const keeping = keepHome(me.id)
  await tick()
  expect(await keptNow(me)).toBeNull()
  await letGo()
  await keeping
  await untilKept(me)
  expect((await keptEntries(me, ALL))?.entries).toEqual([{ id, tweetId: id, retweeterId: null }])
})

test('whoever writes waits for whoever is about to follow them, and the other way round', async () => {
  const [me, them, stranger] = (await people(3)) as [Person, Person, Person]
  await untilKept(me)
  const [first, second] = [await tweetBy(stranger), await tweetBy(stranger)]
  const followed = await slowly(async (tx) => {
    await lockPair(tx, me.id, them.id)
    await tx.follow.create({ data: { id: newId(), followerId: me.id, followingId: them.id }, select: { id: true } })
    await tx.user.update({ where: { id: me.id }, data: { followingCount: 1 }, select: { id: true } })
    await tx.user.update({ where: { id: them.id }, data: { followersCount: 1 }, select: { id: true } })
  })
  const retweeted = retweet(them, first.id)
  await tick()
  await followed()
  await retweeted
  const letGo = await slowly((tx) =>
    tx.retweet.create({ data: { id: newId(), userId: them.id, tweetId: second.id }, select: { id: true } }),
  )
  const again = unfollow(me, them.username).then(() => follow(me, them.username))
  await tick()
  await letGo()
  await again
  const shown = (await keptEntries(me, ALL))?.entries
  expect(shown?.map(({ tweetId }) => tweetId)).toEqual([second.id, first.id])
  expect(shown).toEqual(await plainEntries(me, ALL))
})

test('a retweet that has waited too long is refused like everything that has, and leaves nothing', async () => {
  const [me, them] = (await people(2)) as [Person, Person]
  const tweet = await tweetBy(them)
  const letGo = await slowly((tx) => lockPair(tx, me.id, them.id))
  const error = await retweet(me, tweet.id).catch((cause) => cause)
  await letGo()
  expect(isUnavailable(error)).toBe(true)
  expect(await db.retweet.count({ where: { tweetId: tweet.id } })).toBe(0)
})
