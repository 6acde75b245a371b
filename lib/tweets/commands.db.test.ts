import { beforeAll, describe, expect, it } from 'vitest'
import { listWrongCounters } from '@/lib/counters/queries'
import { db } from '@/lib/db'
import { getHashtag } from '@/lib/hashtags/queries'
import { newId } from '@/lib/id'
import { type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'
import { getThread, getTweet, listReplies } from '@/lib/tweets/queries'
import { getUser } from '@/lib/users/queries'

let ada: Person
let mei: Person

beforeAll(async () => {
  ada = await somebody()
  mei = await somebody()
})

describe('createTweet', () => {
  it('stores the text as it is shown: NFC, LF, ends trimmed', async () => {
    const tweet = await tweetBy(ada, ' e\u0301\r\nb \n')
    expect(tweet).toMatchObject({
      content: 'é\nb',
      author: { id: ada.id, username: ada.username },
      conversationId: tweet.id,
      replyTo: null,
      quote: null,
      viewer: { canDelete: true, liked: false },
      likesCount: 0,
    })
    expect(await getTweet(ada, tweet.id)).toEqual(tweet)
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['no content', {}, 'content'],
    ['empty text', { content: '' }, 'content'],
    ['text that nobody sees', { content: ' \u200b\u202e ' }, 'content'],
    ['251 characters', { content: 'a'.repeat(251) }, 'content'],
    ['NUL', { content: 'a\0' }, 'content'],
    ['half of a surrogate pair', { content: '\ud800' }, 'content'],
    ['content of a number', { content: 1 }, 'content'],
    ['an author', { content: 'a', authorId: newId() }, 'authorId'],
    ['a parent that is no id', { content: 'a', replyToId: 'x' }, 'replyToId'],
    ['a parent that never was', { content: 'a', replyToId: newId() }, 'replyToId'],
    ['a quote that never was', { content: 'a', quoteId: newId() }, 'quoteId'],
    ['an image that never was', { content: 'a', mediaIds: [newId()] }, 'mediaIds.0'],
  ])('refuses %s', async (_, input, field) => {
    await expect(createTweet(ada, input)).rejects.toMatchObject({ code: 'validation_failed', errors: [{ field }] })
  })

  it('refuses strangers', async () => {
    await expect(createTweet(null, { content: 'a' })).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('counts for its author', async () => {
    const before = (await getUser(null, mei.username)).tweetsCount
    const { id } = await tweetBy(mei)
    expect((await getUser(null, mei.username)).tweetsCount).toBe(before + 1)
    await deleteTweet(mei, id)
    expect((await getUser(null, mei.username)).tweetsCount).toBe(before)
  })

  it('uses a hashtag once, however often and in whatever form it stands there', async () => {
    const tweet = await tweetBy(ada, '#Pe\u00f1a #PEN\u0303A ＃peña #other')
    expect(tweet.entities.hashtags.map(({ word }) => word)).toEqual(['peña', 'peña', 'peña', 'other'])
    expect(await getHashtag(null, 'PEÑA')).toMatchObject({ word: 'peña', display: 'Peña', tweetsCount: 1 })
    await tweetBy(mei, '#peña')
    expect(await getHashtag(null, 'peña')).toMatchObject({ display: 'Peña', tweetsCount: 2, accounts24h: 2 })
  })

  it('takes the longest hashtags that the text can hold', async () => {
    for (const letter of ['ﷺ', '𝔞', 'é', '日']) {
      expect(await tweetBy(ada, `#${letter.repeat(100)}`)).toMatchObject({ author: { id: ada.id } })
    }
  })

  it('mentions only people who exist, under the name they go by', async () => {
    const tweet = await tweetBy(ada, `@${mei.username.toUpperCase()} @nobody_at_all @${mei.username} x@${mei.username}`)
    expect(tweet.entities.mentions).toEqual([
      { username: mei.username, start: 0, end: mei.username.length + 1 },
      { username: mei.username, start: mei.username.length + 17, end: 2 * mei.username.length + 18 },
    ])
    expect(await db.mention.findMany({ where: { tweetId: tweet.id } })).toEqual([{ tweetId: tweet.id, userId: mei.id }])
  })

  it('does not link somebody who came later', async () => {
    const { id } = await tweetBy(ada, '@late_bird_1')
    await somebody({ username: 'late_bird_1' })
    expect((await getTweet(null, id)).entities.mentions).toEqual([])
  })

  it('answers in the conversation of what it answers, also in capitals', async () => {
    const root = await tweetBy(ada)
    const reply = await tweetBy(mei, 'Yes.', { replyToId: root.id.toUpperCase() })
    const deeper = await tweetBy(ada, 'No.', { replyToId: reply.id })
    expect(reply).toMatchObject({ replyTo: { id: root.id, username: ada.username }, conversationId: root.id })
    expect(deeper).toMatchObject({ replyTo: { id: reply.id, username: mei.username }, conversationId: root.id })
    expect(await getTweet(null, root.id)).toMatchObject({ repliesCount: 1, quotesCount: 0 })
  })

  it('quotes one deep, also without text, and can answer what it quotes', async () => {
    const first = await tweetBy(ada, 'First.')
    const second = await tweetBy(mei, '', { quoteId: first.id })
    const third = await tweetBy(ada, 'Third.', { quoteId: second.id, replyToId: second.id })
    expect(second).toMatchObject({ content: '', quote: { id: first.id, content: 'First.', viewer: { canDelete: false } } })
    expect(third).toMatchObject({ quote: { id: second.id, quote: null } })
    expect(await getTweet(null, second.id)).toMatchObject({ repliesCount: 1, quotesCount: 1 })
  })

  it('refuses to answer or quote what was deleted', async () => {
    const { id } = await tweetBy(ada)
    await deleteTweet(ada, id)
    for (const field of ['replyToId', 'quoteId']) {
      await expect(createTweet(mei, { content: 'a', [field]: id })).rejects.toMatchObject({
        code: 'validation_failed',
        errors: [{ field }],
      })
    }
  })
})

describe('deleteTweet', () => {
  it('leaves a placeholder where it was answered or quoted, and nothing of its text', async () => {
    const root = await tweetBy(ada, 'The secret. #gone')
    const reply = await tweetBy(mei, 'What?', { replyToId: root.id })
    const quote = await tweetBy(mei, 'Look!', { quoteId: root.id })
    await deleteTweet(ada, root.id.toUpperCase())
    await expect(getTweet(ada, root.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getThread(ada, root.id, {})).rejects.toMatchObject({ code: 'not_found' })
    expect(await getThread(mei, reply.id, {})).toMatchObject({ ancestors: [{ id: root.id, deleted: true }], tweet: { id: reply.id } })
    expect(await getTweet(null, quote.id)).toMatchObject({ quote: { id: root.id, deleted: true } })
    expect(await getHashtag(null, 'gone')).toMatchObject({ tweetsCount: 0, accounts24h: 0 })
    expect(await db.tweet.findUnique({ where: { id: root.id } })).toMatchObject({ content: '' })
  })

  it('takes a reply out of the replies and their count', async () => {
    const root = await tweetBy(ada)
    const [one, two] = [await tweetBy(mei, '1', { replyToId: root.id }), await tweetBy(mei, '2', { replyToId: root.id })]
    await deleteTweet(mei, one.id)
    expect(await getTweet(null, root.id)).toMatchObject({ repliesCount: 1 })
    expect((await listReplies(null, root.id, {})).items.map(({ id }) => id)).toEqual([two.id])
  })

  it.each([
    ['a stranger', () => null, 'unauthenticated'],
    ['somebody else', () => mei, 'forbidden'],
  ])('refuses %s', async (_, viewer, code) => {
    const { id } = await tweetBy(ada)
    await expect(deleteTweet(viewer(), id)).rejects.toMatchObject({ code })
    expect(await getTweet(null, id)).toMatchObject({ id })
  })

  it.each([undefined, 'x', newId()])('knows no tweet %s', async (id) => {
    await expect(deleteTweet(ada, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('done twice finds nothing the second time, whoever asks', async () => {
    const { id } = await tweetBy(ada)
    await deleteTweet(ada, id)
    for (const viewer of [ada, mei]) await expect(deleteTweet(viewer, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('done ten times at once counts once', async () => {
    const root = await tweetBy(ada)
    const { id } = await tweetBy(mei, '#once', { replyToId: root.id })
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => deleteTweet(mei, id)))
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not_found' })
    }
    expect(await listWrongCounters()).toEqual([])
  })
})

describe('many at once', () => {
  it('who tweet and delete with the same hashtags, answers and quotes: every count equals its rows and nobody sees an error', async () => {
    const crowd = await people(4)
    const roots = [await tweetBy(ada, '#red #green #blue'), await tweetBy(mei, '#blue #green #red')]
    const tags = ['#red #green #blue', '#blue #red', '#green #blue #red', '#red']
    const acts = Array.from({ length: 32 }, async (_, n) => {
      const author = crowd[n % 4] as Person
      const [one, other] = n % 2 === 0 ? roots : roots.toReversed()
      const tweet = await tweetBy(author, `${tags[n % 4]} @${ada.username}`, {
        ...(n % 3 !== 0 && one && { replyToId: one.id }),
        ...(n % 3 !== 1 && other && { quoteId: other.id }),
      })
      if (n % 2 === 0) await deleteTweet(author, tweet.id)
    })
    await Promise.all(acts)
    expect(await listWrongCounters()).toEqual([])
    expect((await getHashtag(null, 'red')).tweetsCount).toBe(2 + 16)
  })
})
