import NextAuth from 'next-auth'
import { expect, it, vi } from 'vitest'

// Before the environment is first read; NextAuth reads its own address only from the second.
vi.hoisted(() => {
  process.env.APP_URL = 'https://linnet.example'
  process.env.NEXTAUTH_URL = 'https://linnet.example'
})

import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { authOptions } from '@/lib/auth/options'
import { PASSWORD, somebody } from '@/lib/testing/factory'
import { HOSTILE_TARGETS } from '@/lib/testing/targets'

type Asked = { nextauth: string[]; cookies?: Record<string, string>; body?: Record<string, string> }
type Cookie = { name: string; value: string; flags: string[] }

/** What NextAuth itself answers to Node's own request, without Next.js around it. */
async function ask({ nextauth, cookies = {}, body }: Asked): Promise<{ body: { csrfToken?: string; url?: string }; cookies: Cookie[] }> {
  const set: string[] = []
  let answered = {}
  const response = {
    getHeader: () => set,
    setHeader: (name: string, value: string[]) => name === 'Set-Cookie' && set.splice(0, set.length, ...value),
    status: () => response,
    json: (json: object) => {
      answered = json
    },
    send: (json: object) => {
      answered = json
    },
    redirect: () => undefined,
    end: () => undefined,
  }
  const asked = { method: body ? 'POST' : 'GET', headers: {}, query: { nextauth }, cookies, ...(body && { body }) }
  await NextAuth(asked as never, response as never, authOptions)
  return { body: answered, cookies: set.map(toCookie) }
}

function toCookie(text: string): Cookie {
  const [pair = '', ...flags] = text.split('; ')
  const at = pair.indexOf('=')
  return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), flags: flags.map((flag) => flag.toLowerCase()) }
}

it('over https every cookie is only for us, only over https, and out of reach of scripts', async () => {
  const me = await somebody()
  const first = await ask({ nextauth: ['csrf'] })
  const cookies = Object.fromEntries(first.cookies.map(({ name, value }) => [name, value]))
  const body = { csrfToken: first.body.csrfToken ?? '', username: me.username, password: PASSWORD, callbackUrl: '/home', json: 'true' }
  const signedIn = await ask({ nextauth: ['callback', 'credentials'], cookies, body })
  const all = new Map([...first.cookies, ...signedIn.cookies].map((cookie) => [cookie.name, cookie]))
  expect([...all.keys()].toSorted()).toEqual(['__Host-linnet.session', '__Host-next-auth.csrf-token', '__Secure-next-auth.callback-url'])
  for (const [name, { flags }] of all) {
    expect(flags, name).toEqual(expect.arrayContaining(['path=/', 'httponly', 'secure', 'samesite=lax']))
    expect(flags.join(), name).not.toContain('domain')
  }
})

it('the cookie that our own forms set is the same', () => {
  expect(SESSION_COOKIE).toMatchObject({
    name: '__Host-linnet.session',
    options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
  })
})

it.each(HOSTILE_TARGETS)('NextAuth leads nobody to %j', async (target) => {
  const first = await ask({ nextauth: ['csrf'] })
  const cookies = Object.fromEntries(first.cookies.map(({ name, value }) => [name, value]))
  const body = { csrfToken: first.body.csrfToken ?? '', json: 'true', callbackUrl: target }
  const told = await ask({ nextauth: ['signout'], cookies, body })
  const kept = told.cookies.find(({ name }) => name.endsWith('callback-url'))?.value ?? cookies['__Secure-next-auth.callback-url'] ?? ''
  expect([told.body.url ?? '', kept].map((url) => new URL(url).origin)).toEqual(['https://linnet.example', 'https://linnet.example'])
})

it('NextAuth leads nobody to where its cookie leads', async () => {
  const first = await ask({ nextauth: ['csrf'] })
  const own = Object.fromEntries(first.cookies.map(({ name, value }) => [name, value]))
  const body = { csrfToken: first.body.csrfToken ?? '', json: 'true' }
  for (const target of HOSTILE_TARGETS.filter((one) => /^(?:https?:|\/)/i.test(one))) {
    const told = await ask({ nextauth: ['signout'], cookies: { ...own, '__Secure-next-auth.callback-url': target }, body })
    expect(new URL(told.body.url ?? '').origin, target).toBe('https://linnet.example')
  }
})
