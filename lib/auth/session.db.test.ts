import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '@/lib/auth/key'
import { endSession, findViewer, issueTokens, rotateTokens, startSession } from '@/lib/auth/session'
import { SESSION_IDLE_SECONDS, SESSION_MAX_SECONDS, verifyToken } from '@/lib/auth/token'
import { db } from '@/lib/db'
import { type Person, signedInAgain, somebody } from '@/lib/testing/factory'

let ada: Person

beforeAll(async () => {
  ada = await somebody({ name: 'Ada' })
})

/** A new session of hers and its first refresh token. */
async function signedIn() {
  const { sessionId } = await signedInAgain(ada)
  const subject = { userId: ada.id, sessionId }
  return { subject, first: await issueTokens(subject) }
}

const usedAgo = (token: string, ms: number) =>
  db.refreshToken.update({ where: { hash: sha256(token) }, data: { usedAt: new Date(Date.now() - ms) } })
const agedBy = (sessionId: string, field: 'createdAt' | 'lastUsedAt', seconds: number) =>
  db.session.update({ where: { id: sessionId }, data: { [field]: new Date(Date.now() - seconds * 1000) } })

describe('findViewer', () => {
  it('names the person of a living session, and nothing secret', async () => {
    const { subject } = await signedIn()
    expect(await findViewer(subject)).toEqual({
      id: ada.id,
      username: ada.username,
      name: 'Ada',
      avatarUrl: null,
      role: 'member',
      sessionId: subject.sessionId,
    })
  })

  it('knows nobody by a session that is not theirs or does not exist', async () => {
    const { subject } = await signedIn()
    const mei = await somebody()
    expect(await findViewer({ ...subject, userId: mei.id })).toBeNull()
    expect(await findViewer({ ...subject, sessionId: mei.id })).toBeNull()
  })

  it('knows nobody from the moment the session ends, and it may end twice', async () => {
    const { subject } = await signedIn()
    await endSession(subject.sessionId)
    await endSession(subject.sessionId)
    expect(await findViewer(subject)).toBeNull()
  })

  it.each([
    ['createdAt', SESSION_MAX_SECONDS],
    ['lastUsedAt', SESSION_IDLE_SECONDS],
  ] as const)('forgets a session whose %s is too long ago', async (field, seconds) => {
    const { subject, first } = await signedIn()
    await agedBy(subject.sessionId, field, seconds - 60)
    expect(await findViewer(subject)).toMatchObject({ id: ada.id })
    await agedBy(subject.sessionId, field, seconds + 1)
    expect(await findViewer(subject)).toBeNull()
    expect(await rotateTokens(first.refresh_token)).toBeNull()
  })

  it('notes the use at most once a minute', async () => {
    const { subject } = await signedIn()
    const lastUse = async () => (await db.session.findUniqueOrThrow({ where: { id: subject.sessionId } })).lastUsedAt.getTime()
    await agedBy(subject.sessionId, 'lastUsedAt', 50)
    const before = await lastUse()
    await findViewer(subject)
    expect(await lastUse()).toBe(before)
    await agedBy(subject.sessionId, 'lastUsedAt', 70)
    await findViewer(subject)
    expect(Date.now() - (await lastUse())).toBeLessThan(10_000)
  })
})

describe('a refresh token', () => {
  it('gives a new pair of the same session', async () => {
    const { subject, first } = await signedIn()
    const second = await rotateTokens(first.refresh_token)
    expect(second).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: '' })
    expect(second?.refresh_token).not.toBe(first.refresh_token)
    expect(await verifyToken('access', second?.access_token ?? '')).toEqual(subject)
    expect(await rotateTokens(second?.refresh_token ?? '')).toMatchObject({ refresh_token: expect.any(String) })
  })

  it('is kept only as a hash, and has 256 bits', async () => {
    const { subject, first } = await signedIn()
    const rows = await db.refreshToken.findMany({ where: { sessionId: subject.sessionId } })
    expect(rows.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual([Buffer.from(sha256(first.refresh_token)).toString('hex')])
    expect(Buffer.from(first.refresh_token, 'base64url')).toHaveLength(32)
  })

  it('used twenty times at once gives one successor', async () => {
    const { subject, first } = await signedIn()
    const pairs = await Promise.all(Array.from({ length: 20 }, () => rotateTokens(first.refresh_token)))
    expect(new Set(pairs.map((pair) => pair?.refresh_token)).size).toBe(1)
    expect(pairs[0]?.refresh_token).toEqual(expect.any(String))
    expect(await db.refreshToken.count({ where: { sessionId: subject.sessionId } })).toBe(2)
    expect(await findViewer(subject)).not.toBeNull()
  })

  it('used again within 30 seconds gives the same successor, also when that was used already', async () => {
    const { subject, first } = await signedIn()
    const second = await rotateTokens(first.refresh_token)
    const third = await rotateTokens(second?.refresh_token ?? '')
    await usedAgo(first.refresh_token, 28_000)
    expect((await rotateTokens(first.refresh_token))?.refresh_token).toBe(second?.refresh_token)
    expect((await rotateTokens(second?.refresh_token ?? ''))?.refresh_token).toBe(third?.refresh_token)
    expect(await findViewer(subject)).not.toBeNull()
  })

  it('used again later ends the whole session and only that', async () => {
    const { subject, first } = await signedIn()
    const other = await signedIn()
    const second = await rotateTokens(first.refresh_token)
    await usedAgo(first.refresh_token, 31_000)
    expect(await rotateTokens(first.refresh_token)).toBeNull()
    expect(await findViewer(subject)).toBeNull()
    expect(await rotateTokens(second?.refresh_token ?? '')).toBeNull()
    expect(await findViewer(other.subject)).not.toBeNull()
  })

  it.each(['', 'x', 'x'.repeat(60_000), '\0', '\ud800'])('that we never gave is none: %j', async (token) => {
    expect(await rotateTokens(token.slice(0, 60_000))).toBeNull()
  })

  it('used while its session ends is none or void, and no inner error', async () => {
    for (let n = 0; n < 10; n++) {
      const { subject, first } = await signedIn()
      const [pair] = await Promise.all([rotateTokens(first.refresh_token), endSession(subject.sessionId)])
      expect(await rotateTokens(pair?.refresh_token ?? '')).toBeNull()
    }
  })

  it('of a session that ended is none', async () => {
    const { subject, first } = await signedIn()
    await endSession(subject.sessionId)
    expect(await rotateTokens(first.refresh_token)).toBeNull()
    await expect(issueTokens(subject)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('startSession', () => {
  it('keeps where it came from, cut to what fits', async () => {
    const { sessionId } = await startSession(ada.id, { ip: '1.1.1.1', userAgent: 'ÿ'.repeat(5_000) })
    expect(await db.session.findUnique({ where: { id: sessionId } })).toMatchObject({ ip: '1.1.1.1', userAgent: 'ÿ'.repeat(250) })
  })
})
