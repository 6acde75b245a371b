import { expect, it } from 'vitest'
import { listWrongCounters } from '@/lib/counters/queries'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { type Person, people, tweetBy } from '@/lib/testing/factory'
import { plansOf, statementsOf } from '@/lib/testing/plans'
import { deleteTweet } from '@/lib/tweets/commands'
import { getConversation } from '@/lib/tweets/conversation'
import { removeTombstones } from '@/lib/tweets/tombstones'

const DAY_MS = 24 * 3600 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const isThere = async (id: string) => (await db.tweet.count({ where: { id } })) === 1

it('removes what was deleted a month ago, and nothing younger or alive', async () => {
  const [me] = (await people(1)) as [Person]
  const [gone, stays] = [await tweetBy(me, 'Gone. #gone'), await tweetBy(me, 'Stays.')]
  await deleteTweet(me, gone.id)
  expect(await removeTombstones(inDays(29))).toBe(0)
  expect(await removeTombstones(inDays(31))).toBe(1)
  expect([await isThere(gone.id), await isThere(stays.id)]).toEqual([false, true])
  expect(await removeTombstones(inDays(31))).toBe(0)
  expect(await listWrongCounters()).toEqual([])
})

it('keeps what is answered, quoted, or began a conversation, and removes a chain of nothing from its end', async () => {
  const [me, them] = (await people(2)) as [Person, Person]
  const root = await tweetBy(me, 'Root.')
  const answered = await tweetBy(them, 'Answered.', { replyToId: root.id })
  const leaf = await tweetBy(me, 'Leaf.', { replyToId: answered.id })
  const other = await tweetBy(them, 'Other branch.', { replyToId: root.id })
  const quoted = await tweetBy(me, 'Quoted.')
  await tweetBy(them, 'Look.', { quoteId: quoted.id })
  for (const { id } of [root, leaf, quoted]) await deleteTweet(me, id)
  await deleteTweet(them, answered.id)
  const before = await getConversation(null, root.id, {})
  expect(await removeTombstones(inDays(31))).toBe(1)
  expect(await Promise.all([root, answered, leaf, quoted].map(({ id }) => isThere(id)))).toEqual([true, true, false, true])
  expect(await removeTombstones(inDays(31))).toBe(1)
  expect(await removeTombstones(inDays(31))).toBe(0)
  expect(await Promise.all([root, answered, other, quoted].map(({ id }) => isThere(id)))).toEqual([true, false, true, true])
  expect(await getConversation(null, root.id, {})).toEqual(before)
})

it('goes on behind a thousand that must stay, stops when its time is over, and reads an index', async () => {
  const [me] = (await people(1)) as [Person]
  const ids = Array.from({ length: 1_001 }, () => newId())
  const deletedAt = new Date(Date.now() - 40 * DAY_MS)
  await db.tweet.createMany({ data: ids.map((id) => ({ id, authorId: me.id, content: '', conversationId: id, deletedAt })) })
  const reply = (replyToId: string) => ({ id: newId(), authorId: me.id, content: 'Still here.', conversationId: replyToId, replyToId })
  await db.tweet.createMany({ data: ids.slice(0, 1_000).map(reply) })
  expect(await removeTombstones(new Date(), () => true)).toBe(0)
  const plans = await plansOf((await statementsOf(() => removeTombstones())).filter(({ text }) => /^\s*SELECT id, deleted_at/.test(text)))
  expect(plans.flatMap(({ indexes }) => indexes)).toContain('tweets_deleted_idx')
  expect(await Promise.all(ids.slice(999).map(isThere))).toEqual([true, false])
})
