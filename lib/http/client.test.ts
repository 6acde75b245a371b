import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, it, vi } from 'vitest'

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

describe('the server notes on a request', () => {
  type Sent = Record<string, string>

  async function received(proxies: number, headers: Sent): Promise<Sent> {
    const { notePeers } = await import('@/lib/http/peer')
    const stop = notePeers(proxies)
    const server = createServer((request, response) => response.end(JSON.stringify(request.headers)))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const got = await new Promise<Sent>((resolve) =>
      request({ port, host: '127.0.0.1', headers, agent: false }, (answer) => answer.on('data', (body) => resolve(JSON.parse(body)))).end(),
    )
    server.close()
    stop()
    return got
  }

  it('where it came from, whatever the client says', async () => {
    expect(await received(0, { 'X-Linnet-Peer': '6.6.6.6' })).toMatchObject({ 'x-linnet-peer': '127.0.0.1' })
    expect(await received(1, {})).toMatchObject({ 'x-linnet-peer': '127.0.0.1' })
  })

  it('whether the router only fetches ahead, whatever the client says', async () => {
    expect(await received(0, { 'X-Linnet-Prefetch': '1' })).not.toHaveProperty('x-linnet-prefetch')
    expect(await received(0, { 'Next-Router-Prefetch': '1' })).not.toHaveProperty('x-linnet-prefetch')
    expect(await received(0, { RSC: '1', 'Next-Router-Prefetch': '1' })).toHaveProperty('x-linnet-prefetch')
  })

  it('nothing that only a proxy may say where there is none', async () => {
    const said = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-For': '6.6.6.6',
      Forwarded: 'host=evil.example',
    }
    const names = Object.keys(said).map((name) => name.toLowerCase())
    const [none, one] = [await received(0, said), await received(1, said)]
    expect(Object.keys(none).filter((name) => names.includes(name))).toEqual([])
    expect(Object.keys(one).filter((name) => names.includes(name))).toHaveLength(4)
  })
})
