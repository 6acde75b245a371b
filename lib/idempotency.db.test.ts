import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { type Person, somebody } from '@/lib/testing/factory'
import { createTweet } from '@/lib/tweets/commands'

let ada: Person
let mei: Person

beforeAll(async () => {
  ada = await somebody()
  mei = await somebody()
})

const input = { content: 'Once.' }

describe('an idempotency key', () => {
  it('gives the first answer again', async () => {
    const first = await createTweet(ada, input, 'again')
    expect(first.replayed).toBe(false)
    expect(await createTweet(ada, input, 'again')).toEqual({ value: first.value, replayed: true })
  })

  it('used ten times at once makes one tweet', async () => {
    const before = await db.tweet.count()
    const answers = await Promise.all(Array.from({ length: 10 }, () => createTweet(ada, input, 'at once')))
    expect(new Set(answers.map(({ value }) => value.id)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await db.tweet.count()).toBe(before + 1)
  })

  it('is refused for another request', async () => {
    await createTweet(ada, input, 'other')
    await expect(createTweet(ada, { content: 'Twice.' }, 'other')).rejects.toMatchObject({ code: 'idempotency_key_reused' })
  })

  it("is the person's own", async () => {
    const [mine, theirs] = [await createTweet(ada, input, 'shared'), await createTweet(mei, input, 'shared')]
    expect(theirs.replayed).toBe(false)
    expect(theirs.value.id).not.toBe(mine.value.id)
  })

  it('is new again after 24 hours, for whatever request', async () => {
    const first = await createTweet(ada, input, 'a day')
    const age = (ms: number) => db.idempotencyKey.updateMany({ where: { key: 'a day' }, data: { createdAt: new Date(Date.now() - ms) } })
    await age(24 * 3_600_000 - 5_000)
    expect(await createTweet(ada, input, 'a day')).toMatchObject({ replayed: true })
    await age(24 * 3_600_000 + 5_000)
    const second = await createTweet(ada, { content: 'Another.' }, 'a day')
    expect(second.replayed).toBe(false)
    expect(second.value.id).not.toBe(first.value.id)
  })

  it('is free again when the request was refused', async () => {
    await expect(createTweet(ada, { content: '' }, 'refused')).rejects.toMatchObject({ code: 'validation_failed' })
    await expect(createTweet(ada, { ...input, quoteId: mei.id }, 'refused')).rejects.toMatchObject({ code: 'validation_failed' })
    expect(await createTweet(ada, input, 'refused')).toMatchObject({ replayed: false })
  })

  it.each(['', 'é', 'a\n', 'x'.repeat(256)])('cannot be %j', async (key) => {
    await expect(createTweet(ada, input, key)).rejects.toMatchObject({ errors: [{ field: 'Idempotency-Key' }] })
  })

  it('without one every request is its own', async () => {
    const [one, two] = [await createTweet(ada, input), await createTweet(ada, input)]
    expect(one.value.id).not.toBe(two.value.id)
  })
})
