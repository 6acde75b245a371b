import { expect, test } from 'vitest'
import { bookmarkTweet } from '@/lib/bookmarks/commands'
import { recountSome, repairCounters } from '@/lib/counters/commands'
import { listWrongCounters } from '@/lib/counters/queries'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { follow, unfollow } from '@/lib/follows/commands'
import { likeTweet, unlikeTweet } from '@/lib/likes/commands'
import { retweet, unretweet } from '@/lib/retweets/commands'
import { people, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import { deleteAccount } from '@/lib/users/commands'

/** What an operation answers, or the code of its refusal; anything else is thrown. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

test('after 64 acts at once by many people on the same things, every counter equals a recount and nobody sees an error', {
  timeout: 60_000,
}, async () => {
  const [author, other, ...crowd] = await people(10)
  if (!author || !other) throw new Error('nobody came')
  const [kept, doomed, answered] = [
    await tweetBy(author, 'Stays. #kept'),
    await tweetBy(author, 'Goes. #kept'),
    await tweetBy(other, 'Answer me.'),
  ]
  const acts = crowd.flatMap((person) => [
    likeTweet(person, kept.id),
    likeTweet(person, doomed.id),
    retweet(person, kept.id),
    retweet(person, doomed.id),
    unlikeTweet(person, kept.id),
    unretweet(person, kept.id),
    follow(person, author.username),
    unfollow(person, author.username),
    follow(author, person.username),
    tweetBy(person, 'Me too #kept', { replyToId: answered.id }),
    tweetBy(person, 'Look #kept', { replyToId: answered.id, quoteId: kept.id }),
    bookmarkTweet(person, doomed.id),
  ])
  const outcomes = await Promise.all([...acts, deleteTweet(author, doomed.id)].map(outcome))
  expect(outcomes.length).toBeGreaterThanOrEqual(64)
  expect(outcomes.filter((code) => !['done', 'not_found'].includes(code))).toEqual([])
  expect(await listWrongCounters()).toEqual([])
})

test('accounts that are deleted while others act on them leave every counter right', { timeout: 60_000 }, async () => {
  const [leaver, friend, fan] = await people(3)
  if (!leaver || !friend || !fan) throw new Error('nobody came')
  const theirs = await tweetBy(leaver, 'Soon gone. #leaving')
  const tweet = await tweetBy(friend, 'Stays. #leaving')
  await Promise.all([
    likeTweet(leaver, tweet.id),
    retweet(leaver, tweet.id),
    follow(leaver, friend.username),
    follow(friend, leaver.username),
  ])
  await tweetBy(leaver, 'A reply', { replyToId: tweet.id, quoteId: tweet.id })
  const reply = await tweetBy(friend, 'I answer', { replyToId: theirs.id })
  const outcomes = await Promise.all(
    [
      deleteAccount(leaver, { password: leaver.password }),
      likeTweet(fan, theirs.id),
      retweet(fan, theirs.id),
      follow(fan, leaver.username),
      tweetBy(fan, 'Me too', { replyToId: theirs.id }),
      tweetBy(leaver, 'One more #leaving'),
      likeTweet(leaver, reply.id),
    ].map(outcome),
  )
  expect(outcomes.filter((code) => !['done', 'not_found', 'validation_failed'].includes(code))).toEqual([])
  expect(outcomes[0]).toBe('done')
  expect(await listWrongCounters()).toEqual([])
  expect(await db.user.findUnique({ where: { id: leaver.id } })).toBeNull()
})

test('a counter that is wrong is found and repaired', async () => {
  const [person] = await people(1)
  await db.user.update({ where: { id: person?.id ?? '' }, data: { followersCount: 7 } })
  expect(await listWrongCounters()).toEqual([{ table: 'users', column: 'followers_count', id: person?.id, stored: 7, counted: 0 }])
  expect(await repairCounters()).toBe(1)
  expect(await listWrongCounters()).toEqual([])
})

test('a recount of some finds what is wrong among them, and is right while everybody goes on', async () => {
  const [author, ...crowd] = await people(9)
  if (!author) throw new Error('nobody came')
  const tweet = await tweetBy(author, 'Count me. #counted')
  await db.tweet.update({ where: { id: tweet.id }, data: { likesCount: 40 } })
  await db.user.update({ where: { id: author.id }, data: { followersCount: 40 } })
  await db.hashtag.update({ where: { word: 'counted' }, data: { tweetsCount: 40 } })
  const acts = crowd.flatMap((person) => [likeTweet(person, tweet.id), follow(person, author.username), retweet(person, tweet.id)])
  await Promise.all([...acts, ...Array.from({ length: 4 }, () => recountSome(0))])
  await recountSome(0)
  expect(await listWrongCounters()).toEqual([])
  expect(await recountSome(0)).toBe(0)
  expect(await recountSome(1)).toBe(0)
})
