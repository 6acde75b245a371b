import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { block, unblock } from '@/lib/blocks/commands'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { follow, unfollow } from '@/lib/follows/commands'
import { followHashtag, unfollowHashtag } from '@/lib/hashtags/commands'
import { newId } from '@/lib/id'
import { settled } from '@/lib/later'
import { mute, unmute } from '@/lib/mutes/commands'
import type { RunCursor } from '@/lib/page'
import { retweet, unretweet } from '@/lib/retweets/commands'
import { newUsername, tweetBy } from '@/lib/testing/factory'
import { plainEntries } from '@/lib/testing/home'
import { keepHome, trimHomes } from '@/lib/timelines/commands'
import { definedEntries } from '@/lib/timelines/definition'
import { homeEntries } from '@/lib/timelines/home'
import { keptEntries } from '@/lib/timelines/kept'
import type { Range } from '@/lib/timelines/range'
import { deleteTweet } from '@/lib/tweets/commands'
import type { Entry } from '@/lib/tweets/hydrate'
import { removeAccount } from '@/lib/users/removal'

const PEOPLE = 6
const ALL: Range = { cursor: undefined, since: undefined, take: 100, own: true }
const TAGS = ['birds', 'songs']

/** What a history happens to. */
type World = { people: Viewer[]; tweets: string[] }
type Step = { act: keyof typeof ACTS; who: number; whom: number; what: number }

async function newPerson(): Promise<Viewer> {
  const [id, username] = [newId(), newUsername()]
  await db.user.create({
    data: { id, username, usernameKey: username, email: `${username}@linnet.example`, passwordHash: '$argon2id$none', name: username },
  })
  return { id, username, name: username, avatarUrl: null, role: 'member', sessionId: newId() }
}

type Act = (me: Viewer, them: Viewer, world: World, what: number) => Promise<unknown>

/** One of the newest tweets. */
const tweetAt = ({ tweets }: World, what: number) => tweets.at(-1 - (what % Math.min(tweets.length, 6)))
const tagOf = (what: number) => TAGS[what % TAGS.length] ?? ''

async function post(me: Viewer, world: World, content: string, more: { replyToId?: string; quoteId?: string } = {}): Promise<void> {
  const { id } = await tweetBy(me, content, more)
  world.tweets.push(id)
}

const ACTS = {
  tweet: (me, _, world) => post(me, world, 'Hello.'),
  tag: (me, _, world, what) => post(me, world, `About #${tagOf(what)} and #${tagOf(what >> 1)}.`),
  reply: (me, _, world, what) => post(me, world, 'Yes.', { replyToId: tweetAt(world, what) }),
  quote: (me, _, world, what) => post(me, world, 'Look.', { quoteId: tweetAt(world, what) }),
  retweet: (me, _, world, what) => retweet(me, tweetAt(world, what)),
  unretweet: (me, _, world, what) => unretweet(me, tweetAt(world, what)),
  delete: (me, _, world, what) => deleteTweet(me, tweetAt(world, what)),
  follow: (me, them) => follow(me, them.username),
  unfollow: (me, them) => unfollow(me, them.username),
  block: (me, them) => block(me, them.username),
  unblock: (me, them) => unblock(me, them.username),
  mute: (me, them) => mute(me, them.username),
  unmute: (me, them) => unmute(me, them.username),
  followTag: (me, _, __, what) => followHashtag(me, tagOf(what)),
  unfollowTag: (me, _, __, what) => unfollowHashtag(me, tagOf(what)),
  suspend: (me) => db.user.update({ where: { id: me.id }, data: { suspendedAt: new Date() } }),
  restore: (me) => db.user.update({ where: { id: me.id }, data: { suspendedAt: null } }),
  becomeFamous: (me) => db.user.update({ where: { id: me.id }, data: { followersCount: 10_000 } }),
  leave: async (me, _, { people }) => {
    await transaction((tx) => removeAccount(tx, me.id))
    people[people.indexOf(me)] = await newPerson()
  },
  keep: (me) => keptHome(me),
  trim: () => trimHomes(new Date(Date.now() + 7 * 3_600_000), undefined, { most: 6, kept: 4 }),
  drop: (me) => db.homeTimeline.deleteMany({ where: { userId: me.id } }),
} satisfies Record<string, Act>

/** So often each of them happens. */
const WEIGHTS: Partial<Record<keyof typeof ACTS, number>> = {
  tweet: 12,
  retweet: 12,
  reply: 8,
  follow: 14,
  keep: 6,
  tag: 4,
  unretweet: 3,
  delete: 3,
}
const names = Object.keys(ACTS) as (keyof typeof ACTS)[]

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(...names.map((name) => ({ weight: WEIGHTS[name] ?? 1, arbitrary: fc.constant(name) }))),
  who: fc.nat(PEOPLE - 1),
  whom: fc.nat(PEOPLE - 1),
  what: fc.nat(11),
})

async function take(world: World, { act, who, whom, what }: Step): Promise<void> {
  const [me, them] = [world.people[who], world.people[whom]]
  if (!me || !them) return
  const perform: Act = ACTS[act]
  // Much of it is refused: a tweet that is gone, somebody blocked, oneself.
  await perform(me, them, world, what).catch((error) => {
    if (!(error instanceof AppError)) throw error
  })
}

/** Keeps it, however many transactions of other tests have to be waited for. */
async function keptHome(me: Viewer): Promise<void> {
  for (;;) {
    await keepHome(me.id)
    const row = await db.homeTimeline.findUnique({ where: { userId: me.id }, select: { filled: true } })
    if (!row || row.filled) return
  }
}

/** The part of the timeline, however it is read. */
async function readAllWays(me: Viewer, range: Range): Promise<Entry[]> {
  const plain = await plainEntries(me, range)
  expect(await homeEntries(me, range)).toEqual(plain)
  expect(await definedEntries(me, range)).toEqual(plain)
  return plain
}

async function expectAsDefined(me: Viewer, limit: number, more: { since?: string; own?: boolean } = {}): Promise<Entry[]> {
  const all: Entry[] = []
  for (let cursor: RunCursor | undefined; ; ) {
    const range = { cursor, since: more.since, take: limit + 1, own: more.own ?? true }
    const page = await readAllWays(me, range)
    all.push(...page.slice(0, limit))
    const last = page[limit - 1]
    if (page.length <= limit || !last) return all
    cursor = { start: cursor?.start ?? page[0]?.id ?? '', last: last.id }
  }
}

async function expectAllAsDefined({ people }: World): Promise<void> {
  for (const me of people) {
    const all = await expectAsDefined(me, 100)
    for (const limit of [1, 3]) expect(await expectAsDefined(me, limit)).toEqual(all)
    const since = all[Math.floor(all.length / 2)]?.id
    if (since) for (const own of [true, false]) await expectAsDefined(me, 100, { since, own })
  }
}

test('a kept timeline is what the definition says, whatever happened', { timeout: 120_000 }, async () => {
  let [read, answered] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 90 }), async (steps) => {
      const world: World = { people: await Promise.all(Array.from({ length: PEOPLE }, newPerson)), tweets: [] }
      const [me] = world.people as [Viewer]
      await post(me, world, 'The first.')
      await keptHome(me)
      for (const them of world.people.slice(1, 4)) await follow(me, them.username)
      let cursor: RunCursor | undefined
      for (const [nth, one] of steps.entries()) {
        await take(world, one)
        const [first] = await readAllWays(me, { ...ALL, take: 6 })
        // A run of pages that goes on while everybody does.
        await readAllWays(me, { ...ALL, cursor })
        if (nth % 10 === 0) cursor = first && { start: first.id, last: first.id }
        read++
        if ((await keptEntries(me, ALL))?.entries) answered++
      }
      await settled()
      await expectAllAsDefined(world)
    }),
    { numRuns: Number(process.env.HISTORIES ?? 2) },
  )
  // It was the kept one that was looked at, not the definition twice.
  expect(answered).toBeGreaterThan(read / 2)
})
