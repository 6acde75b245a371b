import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.unstubAllEnvs()
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/unused')
})

it.each([
  [0, '1.1.1.1', '9.9.9.9', '9.9.9.9'],
  [0, '', '9.9.9.9', '9.9.9.9'],
  [0, '1.1.1.1', '', ''],
  [0, '', '::ffff:127.0.0.1', '127.0.0.1'],
  [0, '', '2001:db8::1', '2001:db8::1'],
  [1, '1.1.1.1', '9.9.9.9', '1.1.1.1'],
  [1, '6.6.6.6, 1.1.1.1', '9.9.9.9', '1.1.1.1'],
  [2, '6.6.6.6, 1.1.1.1,2.2.2.2', '9.9.9.9', '1.1.1.1'],
  [2, '1.1.1.1', '9.9.9.9', ''],
  [1, '', '9.9.9.9', ''],
  [1, 'unknown', '9.9.9.9', ''],
])('believes %d proxies about %j on a connection from %j: %j', async (hops, forwarded, peer, ip) => {
  vi.stubEnv('TRUST_PROXY_HOPS', String(hops))
  const { clientOf } = await import('@/lib/http/client')
  const headers = new Headers({ 'X-Forwarded-For': forwarded, 'X-Linnet-Peer': peer, 'User-Agent': 'Finch/1' })
  expect(clientOf(headers)).toEqual({ ip, userAgent: 'Finch/1' })
})

it('takes the address from the connection, whatever the client says it is', async () => {
  const { notePeers, PEER_HEADER, PREFETCH_HEADER } = await import('@/lib/http/peer')
  notePeers()
  const server = createServer(({ headers }, response) =>
    response.end(JSON.stringify([headers[PEER_HEADER], headers[PREFETCH_HEADER] ?? ''])),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const ask = (headers: Record<string, string>) =>
    new Promise((resolve) => {
      const { port } = server.address() as AddressInfo
      request({ port, host: '127.0.0.1', headers, agent: false }, (answer) => answer.on('data', (body) => resolve(JSON.parse(body)))).end()
    })
  expect(await ask({})).toEqual(['127.0.0.1', ''])
  expect(await ask({ 'X-Linnet-Peer': '6.6.6.6', 'x-linnet-prefetch': '1' })).toEqual(['127.0.0.1', ''])
  expect(await ask({ RSC: '1', 'Next-Router-Prefetch': '1' })).toEqual(['127.0.0.1', '1'])
  server.close()
})
