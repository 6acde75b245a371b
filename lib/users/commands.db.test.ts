import { describe, expect, it } from 'vitest'
import { findViewer } from '@/lib/auth/session'
import { listWrongCounters } from '@/lib/counters/queries'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { follow, unfollow } from '@/lib/follows/commands'
import { newId } from '@/lib/id'
import { newUsername, PASSWORD, people, somebody, tweetBy } from '@/lib/testing/factory'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'
import { getThread, getTweet } from '@/lib/tweets/queries'
import { deleteAccount, editProfile, signUp } from '@/lib/users/commands'
import { getMe, getUser } from '@/lib/users/queries'

function signUpInput(username = newUsername()) {
  return { username, email: `${username.toLowerCase()}@linnet.example`, password: PASSWORD }
}

describe('signUp', () => {
  it('makes somebody who is shown by their username until they say otherwise', async () => {
    const input = { ...signUpInput(), email: `  ${newUsername().toUpperCase()}@Linnet.example ` }
    const me = await signUp(input)
    expect(me).toMatchObject({
      username: input.username,
      name: input.username,
      email: input.email.trim().toLowerCase(),
      tweetsCount: 0,
      bio: null,
    })
    expect(await signUp({ ...signUpInput(), name: ' Ada ' })).toMatchObject({ name: 'Ada' })
  })

  it('keeps the password only as an argon2id hash', async () => {
    const { id } = await signUp(signUpInput())
    const row = await db.user.findUniqueOrThrow({ where: { id } })
    expect(row.passwordHash).toMatch(/^\$argon2id\$/)
    expect(JSON.stringify(row)).not.toContain(PASSWORD)
  })

  it.each([
    ['username', (taken: ReturnType<typeof signUpInput>) => ({ ...signUpInput(), username: taken.username.toUpperCase() })],
    ['email', (taken: ReturnType<typeof signUpInput>) => ({ ...signUpInput(), email: taken.email.toUpperCase() })],
  ])('refuses a %s that is taken, in any case, and names the field', async (field, like) => {
    const taken = signUpInput()
    await signUp(taken)
    await expect(signUp(like(taken))).rejects.toMatchObject({ code: 'conflict', errors: [{ field, code: 'taken' }] })
  })

  it('names both when both are taken', async () => {
    const taken = signUpInput()
    await signUp(taken)
    await expect(signUp(taken)).rejects.toMatchObject({ errors: [{ field: 'username' }, { field: 'email' }] })
  })

  it.each([
    ['a reserved username in any case', { username: 'SetTings' }, 'username'],
    ['a weak password', { password: 'password' }, 'password'],
    ['a name of nothing visible', { name: '\u200b' }, 'name'],
    ['a field of its own making', { followersCount: 1_000_000 }, 'followersCount'],
  ])('refuses %s', async (_, more, field) => {
    await expect(signUp({ ...signUpInput(), ...more })).rejects.toMatchObject({ code: 'validation_failed', errors: [{ field }] })
  })

  it('names every field that is wrong at once, the password too', async () => {
    const wrong = { ...signUpInput(), username: 'x', email: 'x', password: 'short' }
    await expect(signUp(wrong)).rejects.toMatchObject({ errors: [{ field: 'username' }, { field: 'email' }, { field: 'password' }] })
    await expect(signUp(null)).rejects.toMatchObject({ code: 'validation_failed' })
  })

  it('lets exactly one of ten who want the same name at once have it', async () => {
    const username = newUsername()
    const attempts = Array.from({ length: 10 }, (_, n) => {
      const cased = n % 2 === 0 ? username : username.toUpperCase()
      return signUp({ ...signUpInput(cased), email: `${n}.${username}@linnet.example` })
    })
    const results = await Promise.allSettled(attempts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results.filter(({ status }) => status === 'rejected')) {
      expect(result).toMatchObject({ reason: { code: 'conflict', errors: [{ field: 'username' }] } })
    }
    expect(await db.user.count({ where: { usernameKey: username } })).toBe(1)
  })
})

describe('editProfile', () => {
  it('changes what is given, leaves what is not, and clears what is null or empty', async () => {
    const me = await somebody()
    await editProfile(me, { name: 'Ada', bio: 'Birds.', location: 'Bristol', website: 'linnet.example' })
    expect(await getMe(me)).toMatchObject({ name: 'Ada', bio: 'Birds.', location: 'Bristol', website: 'https://linnet.example' })
    expect(await editProfile(me, { bio: null, location: '' })).toMatchObject({
      name: 'Ada',
      bio: null,
      location: null,
      website: 'https://linnet.example',
    })
    expect(await editProfile(me, {})).toEqual(await getMe(me))
  })

  it.each(['HTTPS://LINNET.EXAMPLE', `http://linnet.example/${'日'.repeat(170)}`])('stores the website %s', async (website) => {
    expect(await editProfile(await somebody(), { website })).toMatchObject({ website: expect.stringMatching(/^https?:\/\/linnet/i) })
  })

  it('refuses strangers and what is not valid', async () => {
    await expect(editProfile(null, { name: 'Ada' })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(editProfile(await somebody(), { email: 'x@y.example' })).rejects.toMatchObject({ code: 'validation_failed' })
  })
})

describe('deleteAccount', () => {
  it('needs the password', async () => {
    const me = await somebody()
    await expect(deleteAccount(null, { password: PASSWORD })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(deleteAccount(me, {})).rejects.toMatchObject({ code: 'validation_failed' })
    await expect(deleteAccount(me, { password: 'wrong' })).rejects.toMatchObject({ code: 'forbidden', errors: [{ field: 'password' }] })
    expect(await getMe(me)).toMatchObject({ id: me.id })
  })

  it('takes the person, their sessions, follows and tweets, and leaves the conversations and counts of others right', async () => {
    const [me, them] = (await people(2)) as [Awaited<ReturnType<typeof somebody>>, Awaited<ReturnType<typeof somebody>>]
    await follow(me, them.username)
    await follow(them, me.username)
    const theirs = await tweetBy(them, `Look at @${me.username}. #kept`)
    const mine = await tweetBy(me, `A reply to @${them.username}. #kept #gone_with_me`, { replyToId: theirs.id })
    const reply = await tweetBy(them, 'A reply to the reply.', { replyToId: mine.id })
    const quote = await tweetBy(them, 'A quote.', { quoteId: mine.id })
    await deleteTweet(me, (await tweetBy(me, 'Deleted before.')).id)

    await deleteAccount(me, { password: PASSWORD })

    await expect(getUser(null, me.username)).rejects.toMatchObject({ code: 'not_found' })
    expect(await findViewer({ userId: me.id, sessionId: me.sessionId })).toBeNull()
    expect(await db.session.count({ where: { userId: me.id } })).toBe(0)
    expect(await getUser(null, them.username)).toMatchObject({ followersCount: 0, followingCount: 0, tweetsCount: 3 })
    const thread = await getThread(null, reply.id, {})
    expect(thread.ancestors).toMatchObject([
      { id: theirs.id, repliesCount: 0 },
      { id: mine.id, deleted: true },
    ])
    expect(thread.tweet.replyTo).toEqual({ id: mine.id, username: null })
    expect(await getTweet(null, quote.id)).toMatchObject({ quote: { id: mine.id, deleted: true } })
    expect((await getTweet(null, theirs.id)).entities.mentions).toEqual([])
    expect(await listWrongCounters()).toEqual([])
  })

  it('frees the name, and what was signed up with it', async () => {
    const me = await somebody()
    await deleteAccount(me, { password: PASSWORD })
    expect(await signUp(signUpInput(me.username))).not.toMatchObject({ id: me.id })
  })

  it('done twice, or before a request of theirs is finished, is no inner error', async () => {
    const [me, them] = [await somebody(), await somebody()]
    const { id } = await tweetBy(them)
    await deleteAccount(me, { password: PASSWORD })
    const acts = {
      tweet: () => tweetBy(me),
      tag: () => tweetBy(me, '#late'),
      reply: () => tweetBy(me, 'Late.', { replyToId: id }),
      tweetOnce: () => createTweet(me, { content: 'Late.' }, 'key'),
      follow: () => follow(me, them.username),
      unfollow: () => unfollow(me, them.username),
      edit: () => editProfile(me, { bio: 'Late.' }),
      delete: () => deleteAccount(me, { password: PASSWORD }),
      getMe: () => getMe(me),
    }
    for (const [name, act] of Object.entries(acts)) {
      const answer = await act().then(
        () => 'done',
        (error: unknown) => (error instanceof AppError ? 'refused' : error),
      )
      expect([name, answer]).toEqual([name, name === 'unfollow' ? 'done' : 'refused'])
    }
    expect(await listWrongCounters()).toEqual([])
  })

  it('takes thousands of tweets at once', async () => {
    const [me, them] = [await somebody(), await somebody()]
    const root = await tweetBy(them, 'The root. #thousands')
    const { id: hashtagId } = await db.hashtag.findUniqueOrThrow({ where: { word: 'thousands' } })
    const ids = Array.from({ length: 3_000 }, () => newId())
    await db.tweet.createMany({
      data: ids.map((id) => ({ id, authorId: me.id, content: 'a', conversationId: root.id, replyToId: root.id })),
    })
    await db.tweetHashtag.createMany({ data: ids.map((tweetId) => ({ tweetId, authorId: me.id, hashtagId })) })
    await db.tweet.update({ where: { id: root.id }, data: { repliesCount: ids.length } })
    await db.hashtag.update({ where: { id: hashtagId }, data: { tweetsCount: ids.length + 1 } })
    await db.user.update({ where: { id: me.id }, data: { tweetsCount: ids.length } })
    await deleteAccount(me, { password: PASSWORD })
    expect(await listWrongCounters()).toEqual([])
    expect(await getTweet(null, root.id)).toMatchObject({ repliesCount: 0 })
  })

  it('while everybody follows, mentions, answers and quotes them: no count goes wrong and nobody sees an inner error', async () => {
    const me = await somebody()
    const others = await people(2)
    const [one, two] = [await tweetBy(me, '#busy one'), await tweetBy(me, '#busy two')]
    const failures: unknown[] = []
    const often = async (act: () => Promise<unknown>) => {
      for (let time = 1; time <= 5; time++) await act().catch((error: unknown) => failures.push(error))
    }
    const acts = others.flatMap((them) => [
      () => follow(them, me.username),
      () => follow(me, them.username),
      () => tweetBy(them, `@${me.username} #busy`, { replyToId: one.id }),
      () => tweetBy(them, '#busy', { quoteId: two.id }),
      () => tweetBy(me, '#busy'),
      () => editProfile(me, { bio: 'busy' }),
    ])
    await Promise.all([deleteAccount(me, { password: PASSWORD }), ...acts.map(often)])
    for (const failure of failures) {
      expect(failure).toMatchObject({ name: 'AppError', code: expect.stringMatching(/unauthenticated|not_found|validation_failed/) })
    }
    expect(await listWrongCounters()).toEqual([])
  })
})
