import { beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.unstubAllEnvs()
})

it.each([
  [0, '1.1.1.1', ''],
  [0, '', ''],
  [1, '1.1.1.1', '1.1.1.1'],
  [1, '6.6.6.6, 1.1.1.1', '1.1.1.1'],
  [2, '6.6.6.6, 1.1.1.1,2.2.2.2', '1.1.1.1'],
  [2, '1.1.1.1', ''],
  [1, '', ''],
])('believes %d proxies about %j: %j', async (hops, forwarded, ip) => {
  vi.stubEnv('TRUST_PROXY_HOPS', String(hops))
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/unused')
  const { clientOf } = await import('@/lib/http/client')
  expect(clientOf(new Headers({ 'X-Forwarded-For': forwarded, 'User-Agent': 'Finch/1' }))).toEqual({ ip, userAgent: 'Finch/1' })
})
