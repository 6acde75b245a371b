import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/auth/commands'
import { db } from '@/lib/db'
import { resetPassword } from '@/lib/passwords/commands'
import { createReport } from '@/lib/reports/commands'
import { listReports } from '@/lib/reports/queries'
import { type Person, people, tweetBy } from '@/lib/testing/factory'
import { getTweet } from '@/lib/tweets/queries'
import { ROOT } from '@/scripts/settings'

/** Runs the command as `npm run admin` does, and answers its exit code and what it printed. */
function admin(...args: string[]): Promise<{ code: number; said: string }> {
  const nodeArgs = ['--conditions=react-server', '--import', 'tsx', join(ROOT, 'scripts/admin.ts')]
  const env = { ...process.env, APP_URL: 'https://linnet.example' }
  return new Promise((resolve) => {
    execFile(process.execPath, [...nodeArgs, ...args], { env, timeout: 30_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr })
    })
  })
}

let ada: Person
let bea: Person
let cyd: Person
const log = async () =>
  (await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ actor, action, subject, note }) =>
    [actor, action, subject, note].join(' '),
  )

beforeAll(async () => {
  ;[ada, bea, cyd] = (await people(3)) as [Person, Person, Person]
})

describe('npm run admin', () => {
  it('makes a moderator, and writes that down', async () => {
    expect(await admin('moderator', `@${ada.username.toUpperCase()}`)).toMatchObject({ code: 0 })
    expect(await db.user.findUnique({ where: { id: ada.id }, select: { role: true } })).toEqual({ role: 'moderator' })
    expect((await admin('moderator', ada.username)).said).toContain('already')
    expect((await admin('member', ada.username)).code).toBe(0)
    expect(await log()).toEqual([`admin make_moderator @${ada.username} `, `admin make_member @${ada.username} `])
  })

  it('suspends and restores, also a moderator', async () => {
    await db.user.update({ where: { id: ada.id }, data: { role: 'moderator' } })
    expect((await admin('suspend', ada.username, '--note', 'Went astray.')).said).toContain(`@${ada.username} is suspended.`)
    const login = { login: ada.username, password: ada.password }
    await expect(signIn(login, { ip: '', userAgent: '' })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await admin('restore', ada.username)).code).toBe(0)
    expect(await signIn(login, { ip: '', userAgent: '' })).toMatchObject({ userId: ada.id })
    expect(await log()).toContain(`admin suspend @${ada.username} Went astray.`)
  })

  it('gives a link by which somebody chooses a new password', async () => {
    const { said } = await admin('reset-password', bea.username)
    const [, token] = /https:\/\/linnet\.example\/reset-password\?token=([\w-]+)/.exec(said) ?? []
    await resetPassword({ token, password: 'another good secret' })
    expect(await signIn({ login: bea.username, password: 'another good secret' }, { ip: '', userAgent: '' })).toMatchObject({
      userId: bea.id,
    })
    expect((await log()).join()).not.toContain(token)
  })

  it('lists and dismisses reports', async () => {
    const tweet = await tweetBy(bea, 'Look at "this".')
    await createReport(cyd, { tweetId: tweet.id, reason: 'spam', note: 'So much.' })
    const { said } = await admin('reports')
    expect(said).toContain(`spam: tweet ${tweet.id} of @${bea.username}, by @${cyd.username}`)
    const [report] = (await listReports('admin', {})).items
    expect(said).toContain(report?.id)
    expect((await admin('dismiss', report?.id ?? '')).code).toBe(0)
    expect((await admin('reports')).said.trim()).toBe('No report is open.')
    expect((await admin('reports', '--resolved')).said).toContain('(dismiss)')
    expect((await admin('log')).said).toContain('admin: dismiss')
  })

  it('deletes a tweet, and an account only when it is told twice', async () => {
    const tweet = await tweetBy(cyd)
    expect((await admin('delete-tweet', tweet.id)).code).toBe(0)
    await expect(getTweet(null, tweet.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await admin('delete-account', cyd.username)).toMatchObject({ code: 1, said: expect.stringContaining('--force') })
    expect(await db.user.count({ where: { id: cyd.id } })).toBe(1)
    expect((await admin('delete-account', cyd.username, '--force')).code).toBe(0)
    expect(await db.user.count({ where: { id: cyd.id } })).toBe(0)
    expect((await log()).at(-1)).toBe(`admin delete_account @${cyd.username} `)
  })

  it.concurrent.each([
    [[], 'Say what to do.'],
    [['ban', 'ada'], 'There is no "ban" here.'],
    [['constructor', 'ada'], 'There is no "constructor" here.'],
    [['suspend'], 'suspend needs a username'],
    [['log', 'ada'], 'log needs no name'],
    [['suspend', 'ada', '--because', 'x'], '--because'],
  ])('explains itself when it is asked %j', async (args, said) => {
    expect(await admin(...args)).toMatchObject({ code: 1, said: expect.stringContaining(said) })
  })

  it.concurrent.each([
    ['suspend', 'nobody_at_all'],
    ['delete-tweet', 'nonsense'],
    ['dismiss', '019a4b5c-6d7e-7f80-8123-456789abcdef'],
  ])('says so when there is none to %s', async (...args) => {
    expect(await admin(...args)).toMatchObject({ code: 1, said: expect.stringContaining('There is no such') })
  })
})
