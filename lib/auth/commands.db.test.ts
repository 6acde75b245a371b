import { beforeAll, describe, expect, it } from 'vitest'
import { grantTokens, signIn, signOut } from '@/lib/auth/commands'
import { findViewer } from '@/lib/auth/session'
import { PASSWORD, type Person, somebody } from '@/lib/testing/factory'

const CLIENT = { ip: '', userAgent: 'test' }

let ada: Person

beforeAll(async () => {
  ada = await somebody()
})

describe('signIn', () => {
  it.each([
    ['username', () => ada.username],
    ['username in capitals', () => ada.username.toUpperCase()],
    ['email', () => ada.email],
    ['email in capitals, with space around', () => ` ${ada.email.toUpperCase()} `],
  ])('by %s', async (_, login) => {
    const subject = await signIn({ login: login(), password: PASSWORD }, CLIENT)
    expect(await findViewer(subject)).toMatchObject({ id: ada.id })
  })

  it('answers alike to a wrong password and to somebody unknown', async () => {
    const refusal = (login: string, password: string) =>
      signIn({ login, password }, CLIENT).catch((error: unknown) => JSON.stringify(error))
    const wrong = await refusal(ada.username, 'wrong horse battery')
    expect(wrong).toContain('validation_failed')
    for (const login of ['nobody_at_all', 'nobody@linnet.example', 'nul\0', '\ud800', "' OR 1=1 --", 'x'.repeat(50_000)]) {
      expect(await refusal(login, PASSWORD)).toBe(wrong)
    }
  })

  it.each([undefined, null, {}, { login: 1, password: 2 }, { login: '', password: '' }])('refuses %j', async (input) => {
    await expect(signIn(input, CLIENT)).rejects.toMatchObject({ code: 'validation_failed' })
  })
})

describe('signOut', () => {
  it('ends this session and no other, and may be done twice or by nobody', async () => {
    const [one, two] = [
      await signIn({ login: ada.username, password: PASSWORD }, CLIENT),
      await signIn({ login: ada.username, password: PASSWORD }, CLIENT),
    ]
    const viewer = await findViewer(one)
    await signOut(viewer)
    await signOut(viewer)
    await signOut(null)
    expect(await findViewer(one)).toBeNull()
    expect(await findViewer(two)).not.toBeNull()
  })
})

describe('grantTokens', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'invalid_request'],
    ['null', null, 'invalid_request'],
    ['a list', [], 'invalid_request'],
    ['no grant_type', { username: 'a', password: 'b' }, 'invalid_request'],
    ['grant_type of a number', { grant_type: 1 }, 'invalid_request'],
    ['another grant_type', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    ['grant_type twice', { grant_type: ['password', 'password'] }, 'invalid_request'],
    ['no password', { grant_type: 'password', username: 'a' }, 'invalid_request'],
    ['a password that is a list', { grant_type: 'password', username: 'a', password: ['b'] }, 'invalid_request'],
    ['no refresh_token', { grant_type: 'refresh_token' }, 'invalid_request'],
    ['an empty username', { grant_type: 'password', username: '', password: 'b' }, 'invalid_grant'],
    ['somebody unknown', { grant_type: 'password', username: 'nobody_at_all', password: 'b' }, 'invalid_grant'],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
  ])('refuses %s as RFC 6749 has it', async (_, input, error) => {
    await expect(grantTokens(input, CLIENT)).rejects.toMatchObject({ error, description: expect.any(String) })
  })
})
