import { describe, expect, it } from 'vitest'
import { findViewer, startSession } from '@/lib/auth/session'
import { SESSION_IDLE_SECONDS } from '@/lib/auth/token'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { endMySession, endOtherSessions } from '@/lib/sessions/commands'
import { listSessions } from '@/lib/sessions/queries'
import { sessionView } from '@/lib/sessions/schema'
import { signedInAgain, somebody } from '@/lib/testing/factory'

const alive = async ({ id, sessionId }: Viewer) => (await findViewer({ userId: id, sessionId })) !== null

describe('listSessions', () => {
  it('shows where one is signed in, newest first, with the one that asks marked, and of nobody else', async () => {
    const me = await somebody()
    await somebody()
    const { sessionId } = await startSession(me.id, { ip: '192.0.2.1', userAgent: 'curl/8' })
    const { items, nextCursor } = await listSessions(me, {})
    expect(nextCursor).toBeNull()
    expect(items.map((item) => sessionView.strict().parse(item))).toMatchObject([
      { id: sessionId, userAgent: 'curl/8', ip: '192.0.2.1', current: false },
      { id: me.sessionId, userAgent: 'test', ip: null, current: true },
    ])
  })

  it('shows none that can be used no more', async () => {
    const me = await somebody()
    const { sessionId } = await signedInAgain(me)
    const long = new Date(Date.now() - (SESSION_IDLE_SECONDS + 1) * 1000)
    await db.session.update({ where: { id: sessionId }, data: { lastUsedAt: long } })
    expect((await listSessions(me, {})).items.map(({ id }) => id)).toEqual([me.sessionId])
  })

  it('comes in pages, also after the session of a cursor ended, and only for somebody', async () => {
    const me = await somebody()
    for (let n = 0; n < 4; n++) await signedInAgain(me)
    const all = (await listSessions(me, {})).items
    const first = await listSessions(me, { limit: '2' })
    await endMySession(me, first.items[1]?.id)
    const second = await listSessions(me, { cursor: first.nextCursor })
    expect([...first.items, ...second.items]).toEqual(all)
    await expect(listSessions(null, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('endMySession', () => {
  it('ends that one at once and no other', async () => {
    const me = await somebody()
    const [one, two] = [await signedInAgain(me), await signedInAgain(me)]
    await endMySession(me, one.sessionId.toUpperCase())
    expect([await alive(me), await alive(one), await alive(two)]).toEqual([true, false, true])
    await expect(endMySession(me, one.sessionId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('knows nothing of anybody else’s', async () => {
    const [me, them] = [await somebody(), await somebody()]
    for (const id of [them.sessionId, newId(), 'x', null]) await expect(endMySession(me, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(endMySession(null, them.sessionId)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await alive(them)).toBe(true)
  })
})

it('endOtherSessions ends all but the one that asks, and nobody else’s', async () => {
  const [me, them] = [await somebody(), await somebody()]
  const others = [await signedInAgain(me), await signedInAgain(me)]
  await endOtherSessions(me)
  await endOtherSessions(me)
  expect(await Promise.all([me, them, ...others].map(alive))).toEqual([true, true, false, false])
  await expect(endOtherSessions(null)).rejects.toMatchObject({ code: 'unauthenticated' })
})
