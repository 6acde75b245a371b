import { beforeAll, expect, test } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { bookmarkTweet } from '@/lib/bookmarks/commands'
import { db } from '@/lib/db'
import { likeTweet } from '@/lib/likes/commands'
import { uploadMedia } from '@/lib/media/commands'
import { mediaSelect } from '@/lib/media/view'
import { retweet } from '@/lib/retweets/commands'
import { type Person, people, pictureFile, tweetBy } from '@/lib/testing/factory'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'
import { readTweets, type TweetRow } from '@/lib/tweets/rows'

const author = { select: { id: true, username: true, name: true, avatarUrl: true, suspendedAt: true } }

/** The same, as Prisma reads it by its relations. */
async function readByRelations(ids: string[], viewerId: string): Promise<TweetRow[]> {
  const named = await db.tweet.findMany({ where: { id: { in: ids } }, select: { quoteId: true } })
  const rows = await db.tweet.findMany({
    where: { id: { in: [...ids, ...named.flatMap(({ quoteId }) => quoteId ?? [])] } },
    omit: { authorId: true, replyToId: true },
    include: {
      author,
      replyTo: { select: { id: true, author } },
      media: { select: mediaSelect, orderBy: { position: 'asc' } },
      mentions: { select: { user: author } },
      likes: { where: { userId: viewerId } },
      retweets: { where: { userId: viewerId } },
      bookmarks: { where: { userId: viewerId } },
    },
  })
  const blocks = await db.block.findMany({ where: { OR: [{ blockerId: viewerId }, { blockedId: viewerId }] } })
  const hidden = new Set(blocks.flatMap(({ blockerId, blockedId }) => [blockerId, blockedId]).filter((id) => id !== viewerId))
  const toPerson = (row: (typeof rows)[number]['author']) => {
    if (!row) return null
    const { suspendedAt, ...person } = row
    return { ...person, hidden: suspendedAt !== null || hidden.has(row.id) }
  }
  return rows.map(({ likes, retweets, bookmarks, ...row }) => ({
    ...row,
    author: toPerson(row.author),
    replyTo: row.replyTo && { id: row.replyTo.id, author: toPerson(row.replyTo.author) },
    mentions: row.mentions.flatMap(({ user }) => (user.suspendedAt ? [] : [user.username])),
    liked: likes.length > 0,
    retweeted: retweets.length > 0,
    bookmarked: bookmarks.length > 0,
  }))
}

let me: Person
let ids: string[]

beforeAll(async () => {
  const [one, blocked, blocking, bad] = (await people(5)) as [Person, Person, Person, Person, Person]
  me = (await people(1))[0] as Person
  const plain = await tweetBy(one)
  const { value: first } = await uploadMedia(one, await pictureFile(), { alt: 'One.' })
  const { value: second } = await uploadMedia(one, await pictureFile(), {})
  const { value: pictured } = await createTweet(one, { content: 'Look.', mediaIds: [second.id, first.id] })
  const named = await tweetBy(me, `@${one.username} @${bad.username} @${blocked.username} and @nobody_at_all.`)
  const theirs = await Promise.all([blocked, blocking, bad].map((person) => tweetBy(person)))
  const about = await Promise.all(
    [plain, pictured, ...theirs].flatMap(({ id }) => [
      tweetBy(one, 'I answer.', { replyToId: id }),
      tweetBy(one, 'I quote.', { quoteId: id }),
      tweetBy(me, 'Both.', { replyToId: id, quoteId: pictured.id }),
    ]),
  )
  const gone = await tweetBy(one)
  const ofGone = [await tweetBy(me, 'Of what is gone.', { quoteId: gone.id, replyToId: gone.id }), gone]
  await deleteTweet(one, gone.id)
  await likeTweet(me, plain.id)
  await likeTweet(one, plain.id)
  await retweet(me, pictured.id)
  await bookmarkTweet(me, pictured.id)
  await block(me, blocked.username)
  await block(blocking, me.username)
  await db.user.update({ where: { id: bad.id }, data: { suspendedAt: new Date() } })
  ids = [plain, pictured, named, ...theirs, ...about, ...ofGone].map(({ id }) => id)
})

function inOrder(rows: TweetRow[]): TweetRow[] {
  return rows.map((row) => ({ ...row, mentions: row.mentions.toSorted() })).toSorted((a, b) => a.id.localeCompare(b.id))
}

test('tweets are read as Prisma reads them by their relations, by whichever way', async () => {
  for (const some of [ids, ...ids.map((id) => [id])]) {
    const expected = inOrder(await readByRelations(some, me.id))
    expect(inOrder(await readTweets(some, me.id))).toEqual(expected)
    expect(inOrder(await db.$transaction((tx) => readTweets(some, me.id, tx)))).toEqual(expected)
  }
})

test('nobody has done anything to them, and nobody is hidden but who is suspended', async () => {
  const rows = await readTweets(ids, null)
  expect(rows.filter(({ liked, retweeted, bookmarked }) => liked || retweeted || bookmarked)).toEqual([])
  expect(rows.filter(({ author }) => author?.hidden)).toHaveLength(1)
})
