import { beforeAll, describe, expect, it } from 'vitest'
import { endSession } from '@/lib/auth/session'
import { verifyToken } from '@/lib/auth/token'
import { type Answer, call, type Options } from '@/lib/testing/api'
import { PASSWORD, type Person, somebody } from '@/lib/testing/factory'

let ada: Person

beforeAll(async () => {
  ada = await somebody()
})

const ask = (options: Options) => call('POST', '/api/auth/token', options)
const form = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) })

function expectPair({ status, headers, body }: Answer) {
  expect(status).toBe(200)
  expect(body).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 900,
    refresh_token: expect.any(String),
    scope: '',
  })
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-type')).toMatch(/^application\/json\b/)
}

const whoIs = (token: string) => call('GET', '/api/users/me', { headers: { Authorization: `Bearer ${token}` } })

describe('POST /api/auth/token', () => {
  it.each([
    ['a form', () => form({ grant_type: 'password', username: ada.username, password: PASSWORD })],
    ['JSON', () => ({ json: { grant_type: 'password', username: ada.username, password: PASSWORD } })],
    ['an email address', () => form({ grant_type: 'password', username: ada.email.toUpperCase(), password: PASSWORD })],
    [
      'fields that RFC 6749 knows or not',
      () => form({ grant_type: 'password', username: ada.username, password: PASSWORD, scope: '', client_id: 'x' }),
    ],
  ])('gives a pair for a password, by %s', async (_, options) => {
    const answer = await ask(options())
    expectPair(answer)
    expect((await whoIs(answer.body.access_token)).body).toMatchObject({ id: ada.id, email: ada.email })
  })

  it('gives a new pair for a refresh token, in either form, and the old access token stays good', async () => {
    const first = await ask(form({ grant_type: 'password', username: ada.username, password: PASSWORD }))
    const second = await ask(form({ grant_type: 'refresh_token', refresh_token: first.body.refresh_token }))
    const third = await ask({ json: { grant_type: 'refresh_token', refresh_token: second.body.refresh_token } })
    for (const answer of [second, third]) expectPair(answer)
    for (const { body } of [first, second, third]) expect(await whoIs(body.access_token)).toMatchObject({ status: 200 })
    const sessions = await Promise.all([first, third].map(({ body }) => verifyToken('access', body.access_token)))
    expect(sessions[0]).toEqual(sessions[1])
  })

  it('a refresh token is no bearer token and no cookie, and an access token no refresh token', async () => {
    const { body } = await ask(form({ grant_type: 'password', username: ada.username, password: PASSWORD }))
    expect(await whoIs(body.refresh_token)).toMatchObject({ status: 401 })
    expect(await call('GET', '/api/users/me', { headers: { Cookie: `linnet.session=${body.refresh_token}` } })).toMatchObject({
      status: 401,
    })
    expect(await ask(form({ grant_type: 'refresh_token', refresh_token: body.access_token }))).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
  })

  it('everything is void on the next request once the session ends', async () => {
    const { body } = await ask(form({ grant_type: 'password', username: ada.username, password: PASSWORD }))
    const subject = await verifyToken('access', body.access_token)
    await endSession(subject?.sessionId ?? '')
    expect(await whoIs(body.access_token)).toMatchObject({ status: 401 })
    expect(await call('GET', '/api/timelines/public', { headers: { Authorization: `Bearer ${body.access_token}` } })).toMatchObject({
      status: 401,
    })
    expect(await ask(form({ grant_type: 'refresh_token', refresh_token: body.refresh_token }))).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
  })

  it.each<[string, Options, string]>([
    ['no body', {}, 'invalid_request'],
    ['an empty form', { body: new URLSearchParams() }, 'invalid_request'],
    ['no grant_type', form({ username: 'a', password: 'b' }), 'invalid_request'],
    ['broken JSON', { body: '{', headers: { 'Content-Type': 'application/json' } }, 'invalid_request'],
    [
      'invalid UTF-8',
      { body: new Uint8Array([0xff]), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      'invalid_request',
    ],
    ['another grant_type', form({ grant_type: 'authorization_code', code: 'x' }), 'unsupported_grant_type'],
    ['a field that stands twice', { body: new URLSearchParams('grant_type=password&username=a&username=b&password=c') }, 'invalid_request'],
    ['a field of a list', { json: { grant_type: 'password', username: ['a'], password: 'b' } }, 'invalid_request'],
    ['a body of a list', { json: [] }, 'invalid_request'],
    ['somebody unknown', form({ grant_type: 'password', username: 'nobody_at_all', password: PASSWORD }), 'invalid_grant'],
    ['NUL', { json: { grant_type: 'password', username: 'a\0', password: '\0' } }, 'invalid_grant'],
    ['half of a surrogate pair', { json: { grant_type: 'password', username: '\ud800', password: '\ud800' } }, 'invalid_grant'],
    ['a refresh token that is none', form({ grant_type: 'refresh_token', refresh_token: 'x' }), 'invalid_grant'],
    ['a long refresh token', form({ grant_type: 'refresh_token', refresh_token: 'x'.repeat(60_000) }), 'invalid_grant'],
    [
      'a broken escape',
      { body: 'grant_type=%', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      'unsupported_grant_type',
    ],
  ])('refuses %s as RFC 6749 has it', async (_, options, error) => {
    const { status, headers, body } = await ask(options)
    expect({ status, body }).toEqual({ status: 400, body: { error, error_description: expect.any(String) } })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toMatch(/^application\/json\b/)
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  })

  it('answers a wrong password as it answers somebody unknown', async () => {
    const [wrong, unknown] = [
      await ask(form({ grant_type: 'password', username: ada.username, password: 'wrong horse' })),
      await ask(form({ grant_type: 'password', username: 'nobody_at_all', password: 'wrong horse' })),
    ]
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text])
  })
})
