import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { listAuditEntries } from '@/lib/moderation/queries'
import { createReport, resolveReport } from '@/lib/reports/commands'
import { getReport, listReports } from '@/lib/reports/queries'
import { moderator, type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import { getTweet } from '@/lib/tweets/queries'
import { getUser } from '@/lib/users/queries'

let judge: Person
let ada: Person
let bea: Person

beforeAll(async () => {
  judge = await moderator()
  ;[ada, bea] = (await people(2)) as [Person, Person]
})

const code = (expected: string) => expect.objectContaining({ code: expected })
const ofField = (field: string, problem: string) => expect.objectContaining({ errors: [expect.objectContaining({ field, code: problem })] })
const open = async () => (await listReports(judge, { limit: '100' })).items
const openAbout = async ({ id }: Person) => (await open()).filter(({ user }) => user.id === id)

/** A tweet by somebody new that Ada reported, and the report. */
async function reported(content = 'Buy my pills.') {
  const author = await somebody()
  const tweet = await tweetBy(author, content)
  await createReport(ada, { tweetId: tweet.id, reason: 'spam', note: 'Pills again.' })
  const [report] = await openAbout(author)
  return { author, tweet, report: report as NonNullable<typeof report> }
}

describe('a report', () => {
  it('tells the moderators who, what and why', async () => {
    const { author, tweet, report } = await reported()
    expect(report).toMatchObject({
      reason: 'spam',
      note: 'Pills again.',
      reporter: { id: ada.id },
      user: { id: author.id },
      tweet: { id: tweet.id, content: 'Buy my pills.' },
      resolution: null,
      resolvedAt: null,
    })
    expect(await getReport(judge, report.id)).toEqual(report)
  })

  it('can be about a person', async () => {
    const them = await somebody()
    await createReport(ada, { username: them.username.toUpperCase(), reason: 'impersonation' })
    expect(await openAbout(them)).toMatchObject([{ reason: 'impersonation', note: null, tweet: null }])
  })

  it('is one while it is open, however often and at once it is made', async () => {
    const them = await somebody()
    await Promise.all(Array.from({ length: 8 }, () => createReport(ada, { username: them.username, reason: 'spam' })))
    await createReport(ada, { username: them.username, reason: 'harassment', note: 'Worse.' })
    await createReport(bea, { username: them.username, reason: 'spam' })
    const found = await openAbout(them)
    expect(found.map(({ reporter, reason }) => [reporter.id, reason])).toEqual([
      [bea.id, 'spam'],
      [ada.id, 'harassment'],
    ])
    await resolveReport(judge, found[1]?.id, { action: 'dismiss' })
    await createReport(ada, { username: them.username, reason: 'spam' })
    expect(await openAbout(them)).toHaveLength(2)
  })

  it.each([
    [{ reason: 'spam' }, 'tweetId', 'one_subject'],
    [{ username: 'ada', tweetId: '019a4b5c-6d7e-7f80-8123-456789abcdef', reason: 'spam' }, 'tweetId', 'one_subject'],
    [{ username: 'nobody_at_all', reason: 'spam' }, 'username', 'not_found'],
    [{ tweetId: '019a4b5c-6d7e-7f80-8123-456789abcdef', reason: 'spam' }, 'tweetId', 'not_found'],
    [{ username: 'ada', reason: 'dull' }, 'reason', 'invalid_value'],
    [{ username: 'ada' }, 'reason', 'invalid_value'],
    [{ username: 'ada', reason: 'spam', note: 'x'.repeat(1_001) }, 'note', 'too_long'],
    [{ username: 'ada', reason: 'spam', note: 'a\0b' }, 'note', 'invalid_characters'],
  ])('is refused as %j', async (input, field, problem) => {
    await expect(createReport(ada, input)).rejects.toEqual(ofField(field, problem))
  })

  it('is not about oneself', async () => {
    const own = await tweetBy(ada)
    await expect(createReport(ada, { tweetId: own.id, reason: 'spam' })).rejects.toEqual(ofField('tweetId', 'self'))
    await expect(createReport(ada, { username: ada.username, reason: 'spam' })).rejects.toEqual(ofField('username', 'self'))
  })

  it('outlives its tweet, which is then a placeholder', async () => {
    const { author, tweet, report } = await reported()
    await deleteTweet(author, tweet.id)
    expect((await getReport(judge, report.id)).tweet).toEqual({ id: tweet.id, deleted: true })
  })
})

describe('a moderator', () => {
  it('dismisses it, and nothing else happens', async () => {
    const { author, tweet, report } = await reported()
    const resolved = await resolveReport(judge, report.id, { action: 'dismiss', note: 'Only vitamins.' })
    expect(resolved).toMatchObject({ resolution: 'dismiss', resolvedAt: expect.any(String) })
    expect(await openAbout(author)).toEqual([])
    expect((await listReports(judge, { status: 'resolved' })).items[0]?.id).toBe(report.id)
    expect(await getTweet(ada, tweet.id)).toMatchObject({ content: 'Buy my pills.' })
    expect((await listAuditEntries(judge, {})).items[0]).toMatchObject({
      actor: judge.username,
      action: 'dismiss',
      subject: `tweet ${tweet.id} of @${author.username}`,
      note: 'Only vitamins.',
    })
  })

  it('removes its tweet, which resolves every report about it', async () => {
    const { author, tweet, report } = await reported()
    await createReport(bea, { tweetId: tweet.id, reason: 'other' })
    await resolveReport(judge, report.id, { action: 'remove' })
    await expect(getTweet(ada, tweet.id)).rejects.toEqual(code('not_found'))
    expect(await getUser(ada, author.username)).toMatchObject({ tweetsCount: 0 })
    expect(await openAbout(author)).toEqual([])
    expect(await db.report.count({ where: { tweetId: tweet.id, resolution: 'remove' } })).toBe(2)
    expect((await listAuditEntries(judge, {})).items[0]).toMatchObject({ action: 'remove_tweet', note: null })
  })

  it('suspends its person, which resolves every report about them', async () => {
    const { author, report } = await reported()
    await createReport(bea, { username: author.username, reason: 'other' })
    await resolveReport(judge, report.id, { action: 'suspend', note: 'Pills.' })
    await expect(getUser(ada, author.username)).rejects.toEqual(code('not_found'))
    expect(await db.report.count({ where: { userId: author.id, resolution: 'suspend' } })).toBe(2)
    expect((await listAuditEntries(judge, {})).items[0]).toMatchObject({
      action: 'suspend',
      subject: `@${author.username}`,
      note: 'Pills.',
    })
  })

  it('resolves it once: the same again changes nothing, and something else is refused', async () => {
    const { author, report } = await reported()
    const first = await resolveReport(judge, report.id, { action: 'dismiss' })
    expect(await resolveReport(judge, report.id, { action: 'dismiss' })).toEqual(first)
    await expect(resolveReport(judge, report.id, { action: 'suspend' })).rejects.toEqual(code('conflict'))
    expect(await getUser(ada, author.username)).toMatchObject({ id: author.id })
  })

  it('of several at once one resolves it', async () => {
    const { author, report } = await reported()
    const actions = ['dismiss', 'remove', 'suspend', 'dismiss', 'remove', 'suspend'] as const
    const done = await Promise.allSettled(actions.map((action) => resolveReport(judge, report.id, { action })))
    const { resolution } = await getReport(judge, report.id)
    for (const [nth, one] of done.entries()) {
      if (one.status === 'fulfilled') expect(actions[nth]).toBe(resolution)
      else expect(one.reason).toEqual(code('conflict'))
    }
    const entries = await db.auditEntry.count({ where: { OR: [{ subject: { endsWith: `@${author.username}` } }] } })
    expect(entries).toBe(1)
  })

  it('finds no tweet to remove in a report about a person', async () => {
    const them = await somebody()
    await createReport(ada, { username: them.username, reason: 'spam' })
    const [report] = await openAbout(them)
    await expect(resolveReport(judge, report?.id, { action: 'remove' })).rejects.toEqual(ofField('action', 'no_tweet'))
    expect(await openAbout(them)).toHaveLength(1)
  })

  it('is told what is not there, and what cannot be done', async () => {
    for (const id of ['nonsense', '019a4b5c-6d7e-7f80-8123-456789abcdef']) {
      await expect(getReport(judge, id)).rejects.toEqual(code('not_found'))
      await expect(resolveReport(judge, id, { action: 'dismiss' })).rejects.toEqual(code('not_found'))
    }
    const { report } = await reported()
    await expect(resolveReport(judge, report.id, { action: 'ban' })).rejects.toEqual(ofField('action', 'invalid_value'))
  })
})

it('comes in pages that join to the whole, newest first', async () => {
  const whole = (await open()).map(({ id }) => id)
  const joined: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listReports(judge, { limit: '2', ...(cursor && { cursor }) })
    joined.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(joined).toEqual(whole)
  expect(joined).toEqual(joined.toSorted().toReversed())
})
