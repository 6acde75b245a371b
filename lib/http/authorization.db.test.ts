import { beforeAll, describe, expect, it } from 'vitest'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { endSession } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { block } from '@/lib/blocks/commands'
import { bookmarkTweet } from '@/lib/bookmarks/commands'
import { db } from '@/lib/db'
import { follow } from '@/lib/follows/commands'
import { openApiDocument } from '@/lib/http/openapi'
import { newId } from '@/lib/id'
import { settled } from '@/lib/later'
import { likeTweet } from '@/lib/likes/commands'
import { uploadMedia } from '@/lib/media/commands'
import { mute } from '@/lib/mutes/commands'
import { encodeCursor } from '@/lib/page'
import { type Answer, call } from '@/lib/testing/api'
import { PASSWORD, type Person, people, pictureFile, signedInAgain, somebody, tweetBy } from '@/lib/testing/factory'
import { tokenWith } from '@/lib/testing/forgeries'
import { isWrite, nameOf, type Operation, operations, urlOf } from '@/lib/testing/operations'

/** Who asks, about a thing of the owner's: the blocked is blocked by the owner, the revoked has signed out, the expired is the owner, late. */
const CALLERS = ['nobody', 'expired', 'stranger', 'owner', 'revoked', 'blocked'] as const
type Caller = (typeof CALLERS)[number]

/** What each caller is answered, in the order of `CALLERS`. */
const EXPECTED: Record<string, [number, number, number, number, number, number]> = {
  // nobody, expired, stranger, owner, revoked, blocked
  'POST /api/auth/token': [400, 401, 400, 400, 401, 400],
  'POST /api/auth/revoke': [200, 401, 200, 200, 401, 200],
  'POST /api/auth/verify-email': [422, 401, 422, 422, 401, 422],
  'POST /api/auth/forgot-password': [204, 401, 204, 204, 401, 204],
  'POST /api/auth/reset-password': [422, 401, 422, 422, 401, 422],
  'GET /api/auth/sessions': [401, 401, 200, 200, 401, 200],
  'DELETE /api/auth/sessions': [401, 401, 204, 204, 401, 204],
  'DELETE /api/auth/sessions/{id}': [401, 401, 404, 204, 401, 404],
  'POST /api/users': [201, 401, 201, 201, 401, 201],
  'GET /api/users/me': [401, 401, 200, 200, 401, 200],
  'PATCH /api/users/me': [401, 401, 422, 200, 401, 422],
  'DELETE /api/users/me': [401, 401, 204, 204, 401, 204],
  'POST /api/users/me/password': [401, 401, 204, 204, 401, 204],
  'POST /api/users/me/email': [401, 401, 204, 204, 401, 204],
  'POST /api/users/me/verify-email': [401, 401, 204, 204, 401, 204],
  'GET /api/users/me/bookmarks': [401, 401, 200, 200, 401, 200],
  'GET /api/users/me/blocks': [401, 401, 200, 200, 401, 200],
  'GET /api/users/me/mutes': [401, 401, 200, 200, 401, 200],
  'GET /api/users/me/hashtags': [401, 401, 200, 200, 401, 200],
  'GET /api/users/me/suggestions': [401, 401, 200, 200, 401, 200],
  'GET /api/users/{username}': [200, 401, 200, 200, 401, 404],
  'GET /api/users/{username}/tweets': [200, 401, 200, 200, 401, 404],
  'GET /api/users/{username}/followers': [200, 401, 200, 200, 401, 404],
  'GET /api/users/{username}/following': [200, 401, 200, 200, 401, 404],
  'PUT /api/users/{username}/follow': [401, 401, 200, 422, 401, 404],
  'DELETE /api/users/{username}/follow': [401, 401, 200, 422, 401, 404],
  'PUT /api/users/{username}/mute': [401, 401, 200, 422, 401, 404],
  'DELETE /api/users/{username}/mute': [401, 401, 200, 422, 401, 404],
  // Blocking and unblocking find anybody, also somebody who blocks back.
  'PUT /api/users/{username}/block': [401, 401, 200, 422, 401, 200],
  'DELETE /api/users/{username}/block': [401, 401, 200, 422, 401, 200],
  'POST /api/tweets': [401, 401, 201, 201, 401, 422],
  'GET /api/tweets/{id}': [200, 401, 200, 200, 401, 404],
  'DELETE /api/tweets/{id}': [401, 401, 403, 204, 401, 404],
  'GET /api/tweets/{id}/replies': [200, 401, 200, 200, 401, 404],
  'GET /api/tweets/{id}/thread': [200, 401, 200, 200, 401, 404],
  'GET /api/tweets/{id}/likes': [200, 401, 200, 200, 401, 404],
  'GET /api/tweets/{id}/retweets': [200, 401, 200, 200, 401, 404],
  'GET /api/tweets/{id}/quotes': [200, 401, 200, 200, 401, 404],
  'PUT /api/tweets/{id}/like': [401, 401, 200, 200, 401, 404],
  'DELETE /api/tweets/{id}/like': [401, 401, 200, 200, 401, 404],
  'PUT /api/tweets/{id}/retweet': [401, 401, 200, 200, 401, 404],
  'DELETE /api/tweets/{id}/retweet': [401, 401, 200, 200, 401, 404],
  'PUT /api/tweets/{id}/bookmark': [401, 401, 200, 200, 401, 404],
  'DELETE /api/tweets/{id}/bookmark': [401, 401, 200, 200, 401, 404],
  'PUT /api/tweets/{id}/pin': [401, 401, 403, 200, 401, 404],
  'DELETE /api/tweets/{id}/pin': [401, 401, 403, 200, 401, 404],
  'GET /api/timelines/home': [401, 401, 200, 200, 401, 200],
  'GET /api/timelines/public': [200, 401, 200, 200, 401, 200],
  'GET /api/timelines/home/new-count': [401, 401, 200, 200, 401, 200],
  'GET /api/hashtags': [200, 401, 200, 200, 401, 200],
  'GET /api/hashtags/trending': [200, 401, 200, 200, 401, 200],
  'GET /api/hashtags/{word}': [200, 401, 200, 200, 401, 200],
  'GET /api/hashtags/{word}/tweets': [200, 401, 200, 200, 401, 200],
  'PUT /api/hashtags/{word}/follow': [401, 401, 200, 200, 401, 200],
  'DELETE /api/hashtags/{word}/follow': [401, 401, 200, 200, 401, 200],
  'GET /api/search': [200, 401, 200, 200, 401, 200],
  'POST /api/media': [401, 401, 201, 201, 401, 201],
  'PATCH /api/media/{id}': [401, 401, 404, 200, 401, 404],
  'DELETE /api/media/{id}': [401, 401, 404, 204, 401, 404],
  'GET /api/notifications': [401, 401, 200, 200, 401, 200],
  'GET /api/notifications/unread-count': [401, 401, 200, 200, 401, 200],
  'POST /api/notifications/read': [401, 401, 204, 204, 401, 204],
  'POST /api/reports': [401, 401, 204, 422, 401, 422],
  // What only moderators may: lib/reports/reports.db.test.ts asks as one.
  'GET /api/reports': [401, 401, 403, 403, 401, 403],
  'GET /api/reports/{id}': [401, 401, 403, 403, 401, 403],
  'PUT /api/reports/{id}/resolution': [401, 401, 403, 403, 401, 403],
  'PUT /api/users/{username}/suspension': [401, 401, 403, 403, 401, 403],
  'DELETE /api/users/{username}/suspension': [401, 401, 403, 403, 401, 403],
  'GET /api/suspensions': [401, 401, 403, 403, 401, 403],
  'GET /api/audit': [401, 401, 403, 403, 401, 403],
  'GET /api/health': [200, 401, 200, 200, 401, 200],
  'GET /api/ready': [200, 401, 200, 200, 401, 200],
  'GET /api/openapi.json': [200, 401, 200, 200, 401, 200],
  'GET /api/cron': [401, 401, 401, 401, 401, 401],
  'GET /api/metrics': [401, 401, 401, 401, 401, 401],
}

/** Where whoever may see the owner does, so that the blocked are seen to miss something. */
const SHOWING = ['GET /api/timelines/public', 'GET /api/hashtags/{word}/tweets', 'GET /api/search', 'GET /api/users/{username}']
const OF_BLOCKS = /\/block$/
/** What the blocked did before they were blocked is undone, although it is hidden. */
const UNDOES = /^DELETE .*\/(mute|bookmark)$/

const CODES: Record<number, string> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found', 422: 'validation_failed' }

type World = Record<Caller, Person | null> & {
  owner: Person
  tweetId: string
  mediaId: string
  otherSessionId: string
  notificationId: string
}

let revoked: Person

beforeAll(async () => {
  revoked = await somebody()
  await endSession(revoked.sessionId)
})

/** The owner with things of theirs, and the blocked, who knew the owner well. */
async function newWorld(): Promise<World> {
  const [owner, stranger, blocked] = (await people(3)) as [Person, Person, Person]
  const { id: tweetId } = await tweetBy(owner, `My api. #${wordOf(owner)}`)
  await follow(blocked, owner.username)
  await mute(blocked, owner.username)
  await bookmarkTweet(blocked, tweetId)
  await likeTweet(owner, (await tweetBy(blocked, `@${owner.username} An api!`, { replyToId: tweetId })).id)
  await block(owner, blocked.username)
  await tweetBy(stranger, `Hello @${owner.username}.`)
  const { id: notificationId } = await db.notification.findFirstOrThrow({ where: { userId: owner.id } })
  const { id: mediaId } = (await uploadMedia(owner, await pictureFile(), {})).value
  const { sessionId: otherSessionId } = await signedInAgain(owner)
  return { nobody: null, expired: owner, stranger, owner, revoked, blocked, tweetId, mediaId, otherSessionId, notificationId }
}

const wordOf = ({ username }: Viewer) => `w${username.slice(2)}`

/** What each write is sent: where it can, it names a thing of the owner's. */
const BODIES: Record<string, (world: World) => unknown> = {
  'POST /api/auth/token': ({ owner }) => ({ grant_type: 'password', username: owner.username, password: 'not the right one' }),
  'POST /api/auth/revoke': ({ owner }) => ({ token: `${owner.sessionId}` }),
  'POST /api/auth/verify-email': () => ({ token: 'none' }),
  'POST /api/auth/forgot-password': ({ owner }) => ({ email: owner.email }),
  'POST /api/auth/reset-password': () => ({ token: 'none', password: 'another good secret' }),
  'POST /api/users': () => ({ username: `n_${newId().slice(-12)}`, email: `${newId()}@linnet.example`, password: PASSWORD }),
  'PATCH /api/users/me': ({ mediaId }) => ({ avatarMediaId: mediaId }),
  'DELETE /api/users/me': () => ({ password: PASSWORD }),
  'POST /api/users/me/password': () => ({ currentPassword: PASSWORD, newPassword: 'another good secret' }),
  'POST /api/users/me/email': () => ({ email: `${newId()}@linnet.example`, password: PASSWORD }),
  'POST /api/tweets': ({ tweetId }) => ({ content: 'A reply.', replyToId: tweetId }),
  'POST /api/reports': ({ tweetId }) => ({ tweetId, reason: 'spam' }),
  'PUT /api/reports/{id}/resolution': () => ({ action: 'dismiss' }),
  'PUT /api/users/{username}/suspension': () => ({}),
  'PATCH /api/media/{id}': () => ({ alt: 'Described.' }),
  'POST /api/notifications/read': ({ notificationId }) => ({ upTo: notificationId }),
}

const pathOf = (operation: Operation, { owner, tweetId, mediaId, otherSessionId }: World) => {
  const id = { media: mediaId, auth: otherSessionId }[operation.path.split('/')[2] ?? ''] ?? tweetId
  const query = operation.path.endsWith('/new-count') ? `?since=${encodeCursor(tweetId)}` : ''
  return urlOf(operation, { id, username: owner.username, word: wordOf(owner) }) + query
}

const DOORS = {
  bearer: (person: Viewer, changes: object) => ({ Authorization: `Bearer ${tokenWith('access', toSubject(person), changes)}` }),
  cookie: (person: Viewer, changes: object) => ({
    Cookie: `${SESSION_COOKIE.name}=${tokenWith('session', toSubject(person), changes)}`,
    Origin: 'http://localhost:3000',
  }),
}
type Door = keyof typeof DOORS

const toSubject = ({ id, sessionId }: Viewer) => ({ userId: id, sessionId })

async function ask(operation: Operation, world: World, caller: Caller, door: Door): Promise<Answer> {
  const person = world[caller]
  const headers = person ? DOORS[door](person, caller === 'expired' ? { exp: Math.floor(Date.now() / 1000) - 1 } : {}) : {}
  const json = BODIES[nameOf(operation)]?.(world)
  const body = nameOf(operation) === 'POST /api/media' ? await upload() : undefined
  const answer = await call(operation.method, pathOf(operation, world), { headers, json, body })
  await settled()
  return answer
}

async function upload(): Promise<FormData> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(await pictureFile())], 'picture.png', { type: 'image/png' }))
  return form
}

/** What the caller must be answered; a cookie that is not good is nobody's. */
function statusFor(operation: Operation, caller: Caller, door: Door): number {
  const known = door === 'bearer' || !['expired', 'revoked'].includes(caller)
  return EXPECTED[nameOf(operation)]?.[CALLERS.indexOf(known ? caller : 'nobody')] ?? 0
}

function expectAnswer(operation: Operation, { owner, otherSessionId }: World, caller: Caller, door: Door, answer: Answer): void {
  const status = statusFor(operation, caller, door)
  expect({ caller, door, status: answer.status }).toEqual({ caller, door, status })
  if (CODES[status]) expect(answer.body.code).toBe(CODES[status])
  if (caller === 'owner') return
  for (const secret of [owner.email, owner.sessionId, otherSessionId]) expect(answer.text).not.toContain(secret)
  if (caller === 'blocked' && !OF_BLOCKS.test(operation.path)) expect(answer.text).not.toContain(owner.id)
  if (caller === 'stranger' && SHOWING.includes(nameOf(operation))) expect(answer.text).toContain(owner.id)
}

/** Every row of every table, but for what is counted or ranked while it is asked for. */
async function everything(): Promise<string> {
  const tables = await db.$queryRaw<{ digest: string }[]>`
    SELECT md5(string_agg(query_to_xml(format('SELECT md5(string_agg(t::text, '','' ORDER BY t::text)) FROM %I t', table_name), true, true, '')::text, ''
      ORDER BY table_name)) AS digest
    FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name !~ '^(rate_limits|hashtag_trends|trend_refreshes|writers|home_timelines|home_entries)$'`
  return tables[0]?.digest ?? ''
}

/** What only the owner may change: nobody's like or reply is among it. */
async function ownedBy({ id }: Viewer): Promise<unknown> {
  const of = { where: { userId: id }, orderBy: { id: 'asc' } } as const
  return [
    await db.user.findUnique({ where: { id }, omit: { followersCount: true, followingCount: true } }),
    await db.session.findMany(of),
    await db.tweet.findMany({ where: { authorId: id }, select: { id: true, content: true, deletedAt: true } }),
    await db.media.findMany({ where: { ownerId: id }, select: { id: true, alt: true, tweetId: true } }),
    await db.bookmark.findMany(of),
    await db.notification.findMany({ where: { userId: id, read: true } }),
  ]
}

type Case = [Caller, Door]
const CASES: Case[] = CALLERS.flatMap((caller): Case[] => [
  [caller, 'bearer'],
  [caller, 'cookie'],
])

describe('the table', () => {
  it('has a row for every operation of the document, and none besides', () => {
    const byNextAuth = Object.keys(openApiDocument().paths?.['/api/auth/{nextauth}'] ?? {})
    expect(byNextAuth.filter((key) => /^(get|post|put|patch|delete)$/.test(key))).toEqual(['get', 'post'])
    expect(Object.keys(EXPECTED).toSorted()).toEqual(operations.map(nameOf).toSorted())
  })

  it('is told of every row that changes', async () => {
    const me = await somebody()
    const [all, mine] = [await everything(), await ownedBy(me)]
    await db.user.update({ where: { id: me.id }, data: { bio: 'Changed.' } })
    expect(await everything()).not.toBe(all)
    expect(await ownedBy(me)).not.toEqual(mine)
  })
})

describe.each(operations.map((operation) => [nameOf(operation), operation] as const))('%s', (_, operation) => {
  const changes = ([caller, door]: Case) =>
    isWrite(operation) && (statusFor(operation, caller, door) < 300 || (caller === 'blocked' && UNDOES.test(nameOf(operation))))

  it('answers each caller as the table has it, and changes nothing for whom it refuses or of what is the owner’s', async () => {
    const world = await newWorld()
    const tryAll = async (cases: Case[]) => {
      for (const [caller, door] of cases) expectAnswer(operation, world, caller, door, await ask(operation, world, caller, door))
    }
    const before = await everything()
    await tryAll(CASES.filter((one) => !changes(one)))
    expect(await everything()).toBe(before)
    // What is done once may not be there to be done by the other door.
    const done = CASES.filter((one) => changes(one) && (one[1] === 'bearer' || statusFor(operation, one[0], 'bearer') >= 300))
    const owned = await ownedBy(world.owner)
    await tryAll(done.filter(([caller]) => caller !== 'owner'))
    expect(await ownedBy(world.owner)).toEqual(owned)
    await tryAll(done.filter(([caller]) => caller === 'owner'))
  })
})
