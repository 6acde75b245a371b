import { NextRequest } from 'next/server'
import { expect, it, vi } from 'vitest'
import { nextAuthRoutes } from '@/lib/http/next-auth'

// It answers only inside of Next.js; what matters here is what it is given.
vi.mock('next-auth', () => ({ default: async () => new Response('given') }))

const OURS = 'http://localhost:3000'

async function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
  const request = new NextRequest(`${OURS}/api/auth/${path}`, { headers })
  return (await nextAuthRoutes.GET(request, { params: Promise.resolve({ nextauth: ['session'] }) })).status
}

it.each([
  'javascript:alert(1)',
  'data:text/html,1',
  'blob:https://evil.example/1',
  '//[',
  '//evil.example:x',
  '/a b',
  'evil.example',
  '@evil.example',
  '\\\\evil.example',
  'https://',
])('does not give NextAuth %j, to which it would answer 500', async (target) => {
  expect(await statusOf(`session?callbackUrl=${encodeURIComponent(target)}`)).toBe(422)
  for (const name of ['next-auth.callback-url', '__Secure-next-auth.callback-url'])
    expect(await statusOf('session', { Cookie: `${name}=${encodeURIComponent(target)}` }), name).toBe(422)
})

it.each(['/home', '/search?q=%23linnet', OURS, `${OURS}/home`, 'https://evil.example'])('gives NextAuth the address %j', async (target) => {
  expect(await statusOf(`session?callbackUrl=${encodeURIComponent(target)}`)).toBe(200)
  expect(await statusOf('session', { Cookie: `next-auth.callback-url=${encodeURIComponent(target)}` })).toBe(200)
})

it('takes an empty cookie for none', async () => expect(await statusOf('session', { Cookie: 'next-auth.callback-url=' })).toBe(200))
