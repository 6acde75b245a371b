import { beforeAll, describe, expect, it, vi } from 'vitest'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { issueTokens } from '@/lib/auth/session'
import type { Subject } from '@/lib/auth/token'
import { type Answer, call } from '@/lib/testing/api'
import { type Person, somebody } from '@/lib/testing/factory'
import { forgeries, type Kind, tokenWith } from '@/lib/testing/forgeries'

// While two secrets are believed.
const PREVIOUS = vi.hoisted(() => {
  const secret = 'the secret before this one and long enough'
  vi.stubEnv('AUTH_SECRET_PREVIOUS', secret)
  return secret
})

let me: Person
let subject: Subject
let tables: Record<Kind, [string, string][]>

beforeAll(async () => {
  me = await somebody()
  subject = { userId: me.id, sessionId: me.sessionId }
  const { refresh_token } = await issueTokens(subject)
  tables = { access: await tableOf('access', refresh_token), session: await tableOf('session', refresh_token) }
})

async function tableOf(kind: Kind, refreshToken: string): Promise<[string, string][]> {
  const previous = await forgeries(kind, withPrevious())
  return [
    ...(await forgeries(kind, subject)),
    ...previous.map(([name, token]): [string, string] => [`${name}, with the previous secret`, token]),
    ['a refresh token', refreshToken],
  ]
}

const withPrevious = () => ({ ...subject, secret: PREVIOUS })

const DOORS: Record<Kind, (token: string) => Record<string, string>> = {
  access: (token) => ({ Authorization: `Bearer ${token}` }),
  session: (token) => ({ Cookie: `${SESSION_COOKIE.name}=${token}`, Origin: 'http://localhost:3000' }),
}
const KINDS: Kind[] = ['access', 'session']

function read(kind: Kind, token: string): Promise<Answer> {
  return call('GET', '/api/users/me', { headers: DOORS[kind](token) })
}

function write(kind: Kind, token: string): Promise<Answer> {
  return call('PATCH', '/api/users/me', { headers: DOORS[kind](token), json: { bio: 'Written by a forger.' } })
}

describe.each(KINDS)('of the %s kind', (kind) => {
  it('a good token opens the door, signed with either secret', async () => {
    for (const token of [tokenWith(kind, subject), tokenWith(kind, withPrevious())])
      expect(await read(kind, token)).toMatchObject({ status: 200, body: { id: me.id } })
  })

  it('no forged one does, for a read or a write: 401 each time, never a 5xx', async () => {
    expect(tables[kind].length).toBeGreaterThanOrEqual(30)
    for (const [name, token] of tables[kind]) {
      for (const answer of [await read(kind, token), await write(kind, token)])
        expect({ name, status: answer.status, code: answer.body.code }).toEqual({ name, status: 401, code: 'unauthenticated' })
    }
    expect(await read('access', tokenWith('access', subject))).toMatchObject({ status: 200, body: { bio: null } })
  })
})
