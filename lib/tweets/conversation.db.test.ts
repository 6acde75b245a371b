import { beforeAll, expect, test } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { type Person, somebody, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import { type Branch, getConversation } from '@/lib/tweets/conversation'
import { getThread } from '@/lib/tweets/queries'

let me: Person

beforeAll(async () => {
  me = await somebody()
})

const outline = ({ tweet, replies, more }: Branch): unknown => [
  ('deleted' in tweet ? 'deleted' : tweet.content) + (more ? ' …' : ''),
  ...(replies.length > 0 ? [replies.map(outline)] : []),
]

test('shows each reply with the beginning of its branch, and says where there is more', async () => {
  const root = await tweetBy(me, 'root')
  const a = await tweetBy(me, 'a', { replyToId: root.id })
  const b = await tweetBy(me, 'b', { replyToId: root.id })
  const a1 = await tweetBy(me, 'a1', { replyToId: a.id })
  const a11 = await tweetBy(me, 'a11', { replyToId: a1.id })
  await tweetBy(me, 'a111', { replyToId: a11.id })
  for (const n of [1, 2, 3, 4]) await tweetBy(me, `b${n}`, { replyToId: b.id })
  const { branches } = await getConversation(null, root.id, {})
  expect(branches.items.map(outline)).toEqual([
    ['a', [['a1', [['a11 …']]]]],
    ['b …', [['b1'], ['b2'], ['b3']]],
  ])
})

test('keeps the place of a deleted reply that somebody answered, and drops one that nobody did', async () => {
  const root = await tweetBy(me, 'root')
  const answered = await tweetBy(me, 'answered', { replyToId: root.id })
  const alone = await tweetBy(me, 'alone', { replyToId: root.id })
  await tweetBy(me, 'answer', { replyToId: answered.id })
  await deleteTweet(me, answered.id)
  await deleteTweet(me, alone.id)
  const { branches } = await getConversation(null, root.id, {})
  expect(branches.items.map(outline)).toEqual([['deleted', [['answer']]]])
})

test('stands also around a deleted tweet that somebody answered, and around no other', async () => {
  const root = await tweetBy(me, 'root')
  const gone = await tweetBy(me, 'gone', { replyToId: root.id })
  const answer = await tweetBy(me, 'answer', { replyToId: gone.id })
  await deleteTweet(me, gone.id)
  const { tweet, ancestors, branches } = await getConversation(null, gone.id, {})
  expect(tweet).toEqual({ id: gone.id, deleted: true })
  expect(ancestors.map(({ id }) => id)).toEqual([root.id])
  expect(branches.items.map(outline)).toEqual([['answer']])
  await deleteTweet(me, answer.id)
  await expect(getConversation(null, gone.id, {})).rejects.toMatchObject({ code: 'not_found' })
})

test('does not stand around the tweet of somebody who blocks the viewer', async () => {
  const [author, reader] = [await somebody(), await somebody()]
  const hidden = await tweetBy(author, 'hidden')
  await tweetBy(me, 'answer', { replyToId: hidden.id })
  await block(author, reader.username)
  await expect(getConversation(reader, hidden.id, {})).rejects.toMatchObject({ code: 'not_found' })
})

test('pages a wide thread without gap or repeat, and cuts a deep one to what is near', async () => {
  const root = await tweetBy(me, 'root')
  const wide = Array.from({ length: 300 }, (_, n) => ({
    id: newId(),
    authorId: me.id,
    content: `wide ${n}`,
    conversationId: root.id,
    replyToId: root.id,
  }))
  await db.tweet.createMany({ data: wide })
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { branches } = await getConversation(null, root.id, { limit: 100, ...(cursor && { cursor }) })
    seen.push(...branches.items.map(({ tweet }) => tweet.id))
    cursor = branches.nextCursor
  }
  expect(seen).toEqual(wide.map(({ id }) => id))

  const deep: typeof wide = []
  for (let n = 0; n < 1_000; n++)
    deep.push({ id: newId(), authorId: me.id, content: `deep ${n}`, conversationId: root.id, replyToId: deep.at(-1)?.id ?? root.id })
  await db.tweet.createMany({ data: deep })
  const bottom = await getConversation(null, deep.at(-1)?.id, {})
  expect(bottom.earlier).toBe(true)
  expect(bottom.ancestors.map(({ id }) => id)).toEqual(deep.slice(-41, -1).map(({ id }) => id))
  expect((await getThread(null, deep.at(-1)?.id, {})).ancestors).toHaveLength(40)
  const near = await getConversation(null, deep[5]?.id, {})
  expect(near.earlier).toBe(false)
  expect(near.ancestors).toHaveLength(6)
})
