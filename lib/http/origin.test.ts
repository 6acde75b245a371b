import { describe, expect, it } from 'vitest'
import { isForeign, tellNext } from '@/lib/http/origin'

const OURS = 'https://linnet.example'

type Sent = Record<string, string>

function foreign(sent: Sent, { session = true, appUrl = OURS } = {}): boolean {
  return isForeign(new Headers({ host: 'linnet.example', ...sent }), { appUrl, session })
}

describe('isForeign', () => {
  it.each<Sent>([
    { origin: OURS },
    { origin: OURS, 'sec-fetch-site': 'same-origin' },
    { origin: OURS, 'sec-fetch-site': 'none' },
    { origin: OURS, host: 'inside:3000' },
    { origin: OURS, host: 'inside:3000', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://other-name.example', host: 'other-name.example' },
  ])('lets our own pages write: %j', (sent) => expect(foreign(sent)).toBe(false))

  it.each<Sent>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'linnet.example' },
    { origin: '//linnet.example' },
    { origin: 'https://linnet.example.evil.example' },
    { origin: 'https://evil-linnet.example' },
    { origin: 'https://evil.linnet.example' },
    { origin: 'https://linnet.example:8443' },
    { origin: 'https://linnet.example@evil.example' },
    { origin: 'https://evil.example@linnet.example' },
    { origin: 'https://linnet.example/' },
    { origin: 'https://evil.example/https://linnet.example' },
    { origin: 'http://linnet.example' },
    { origin: 'ftp://linnet.example' },
    { origin: `${OURS}, https://evil.example` },
    { origin: OURS, 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' },
    { origin: 'null', 'x-forwarded-host': 'null' },
  ])('lets nobody else write: %j', (sent) => {
    expect(foreign(sent)).toBe(true)
    expect(foreign(sent, { session: false })).toBe(true)
  })

  it('takes a write without an Origin for a program, which has no session', () => {
    expect(foreign({})).toBe(true)
    expect(foreign({}, { session: false })).toBe(false)
  })

  it('believes http where people use http', () => {
    const appUrl = 'http://localhost:3000'
    expect(foreign({ origin: 'http://192.0.2.7:3000', host: '192.0.2.7:3000' }, { appUrl })).toBe(false)
    expect(foreign({ origin: 'http://192.0.2.7:4000', host: '192.0.2.7:3000' }, { appUrl })).toBe(true)
  })
})

it.each<[Sent, string | null]>([
  [{ origin: OURS, host: 'inside:3000' }, 'linnet.example'],
  [{ origin: OURS, 'x-forwarded-host': 'evil.example' }, 'linnet.example'],
  [{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, null],
  [{ origin: 'null', 'x-forwarded-host': 'null' }, null],
  [{ 'x-forwarded-host': 'evil.example' }, null],
])('tells Next.js which host is ours, for %j', (sent, told) => {
  const headers = new Headers({ host: 'linnet.example', ...sent })
  tellNext(headers, OURS)
  expect(headers.get('x-forwarded-host')).toBe(told)
})
