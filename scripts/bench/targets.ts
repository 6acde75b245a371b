import { BENCH_PASSWORD } from '@/scripts/bench/database'
import type { Target } from '@/scripts/bench/load'
import { READERS } from '@/scripts/bench/world'
import { Refusal } from '@/scripts/refusal'

/** What is measured: its name, the target, and what of the floor it is compared with. */
export type Measured = { name: string; target: Target; floor: 'read' | 'insert' }

type Tweet = { id: string; author: { id: string; username: string } }

/** What the benchmark needs to know of the world that it asks for: who reads, and what there is to read. */
export type Known = { tokens: Map<number, string>; cookie: string; home: Tweet[]; word: string }

/** Signs the readers in and looks around. */
export async function lookAround(address: string): Promise<Known> {
  const tokens = new Map<number, string>()
  for (const reads of READERS) tokens.set(reads, await tokenOf(address, `reads_${reads}`))
  const headers = { Authorization: `Bearer ${tokens.get(500)}` }
  const home = await get<{ items: Tweet[] }>(`${address}/api/timelines/home?limit=20`, headers)
  const tags = await get<{ items: { word: string }[] }>(`${address}/api/hashtags/trending?limit=1`)
  return { tokens, cookie: await cookieOf(address, 'reads_500'), home: home.items, word: tags.items[0]?.word ?? '' }
}

/** Every endpoint and page that is measured. */
export function measuredAt(address: string, pid: number, { tokens, cookie, home, word }: Known): Measured[] {
  const [first] = home
  if (!first) throw new Refusal('The home timeline of the benchmark is empty: fill its database with npm run bench:data.')
  const as = (reads: number) => ({ Authorization: `Bearer ${tokens.get(reads)}` })
  const read = (name: string, path: string, headers: Record<string, string> = {}): Measured => ({
    name,
    target: { url: `${address}${path}`, pid, headers },
    floor: 'read',
  })
  const json = { ...as(500), 'Content-Type': 'application/json' }
  const likes = home.flatMap(({ id }) =>
    (['PUT', 'DELETE'] as const).map((method) => ({ method, path: `/api/tweets/${id}/like`, headers: as(500) })),
  )
  const post = { method: 'POST' as const, path: '/api/tweets', headers: json, body: JSON.stringify({ content: 'Hello from above.' }) }
  const author = first.author.username
  const page = { Cookie: cookie }
  return [
    ...READERS.map((reads) => read(`home timeline, following ${reads.toLocaleString('en')}`, '/api/timelines/home', as(reads))),
    read('public timeline', '/api/timelines/public'),
    read('profile', `/api/users/${author}`),
    read('tweet', `/api/tweets/${first.id}`),
    read('thread', `/api/tweets/${first.id}/thread`),
    read('hashtag', `/api/hashtags/${word}/tweets`),
    read('trending', '/api/hashtags/trending'),
    read('search', `/api/search?q=${word}`),
    read('notifications', '/api/notifications', as(500)),
    { name: 'create tweet', target: { url: address, pid, requests: [post] }, floor: 'insert' },
    { name: 'like and unlike', target: { url: address, pid, requests: likes }, floor: 'insert' },
    read('page /home', '/home', page),
    read('page /[username]', `/${author}`),
    read('page of a tweet', `/${author}/status/${first.id}`),
    read('page /hashtag/…', `/hashtag/${word}`),
  ]
}

async function tokenOf(address: string, username: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'password', username, password: BENCH_PASSWORD })
  const answer = await fetch(`${address}/api/auth/token`, { method: 'POST', body })
  if (!answer.ok) throw new Refusal(`${username} could not sign in: ${await answer.text()}`)
  return ((await answer.json()) as { access_token: string }).access_token
}

/** A browser's session. */
async function cookieOf(address: string, username: string): Promise<string> {
  const csrf = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const cookies = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const body = new URLSearchParams({ csrfToken, username, password: BENCH_PASSWORD, json: 'true' })
  const headers = { Origin: address, Cookie: cookies(csrf).join('; ') }
  const entered = await fetch(`${address}/api/auth/callback/credentials`, { method: 'POST', body, headers, redirect: 'manual' })
  return cookies(entered).join('; ')
}

async function get<T>(url: string, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Refusal(`${url} answered ${answer.status}.`)
  return answer.json() as Promise<T>
}
