import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { Tweet } from '@/lib/tweets/schema'
import { Refusal } from '@/scripts/refusal'

export type SignIn = { username: string; password: string }

/** Somebody who asks the JSON API for things: `ask` answers what it says and throws where it refuses. */
export type Person = SignIn & { ask: (method: string, path: string, body?: object | FormData) => Promise<unknown> }

/** A cookie as a browser is given it. */
export type Cookie = { name: string; value: string; url: string }

/** What a browser says that it is, so that a session is called as people's are. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

/** An address that hardly anybody else has, so that nobody is limited for what others do. */
export function someAddress(): string {
  return `10.${[...randomBytes(3)].join('.')}`
}

/** Signs somebody up. */
export async function signUp(address: string, { username, password, name }: SignIn & { name: string }): Promise<Person> {
  await asking(address)('POST', '/api/users', { username, password, name, email: `${username}@people.example` })
  return signedUp(address, { username, password })
}

/** Somebody who has signed up before. */
export async function signedUp(address: string, { username, password }: SignIn): Promise<Person> {
  const granted = await asking(address)('POST', '/api/auth/token', { grant_type: 'password', username, password })
  const { access_token } = granted as { access_token: string }
  return { username, password, ask: asking(address, { Authorization: `Bearer ${access_token}` }) }
}

/** The cookie of a browser in which the person has just signed in. */
export async function cookieOf(address: string, { username, password }: SignIn): Promise<Cookie> {
  const headers = { 'X-Forwarded-For': someAddress(), 'User-Agent': BROWSER, Origin: address }
  const asked = await fetch(`${address}/api/auth/csrf`, { headers })
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { ...headers, Cookie: cookiesIn(asked) },
    body: new URLSearchParams({ csrfToken, username, password, json: 'true' }),
    redirect: 'manual',
  })
  const [name, value] = /(?:^|; )([^=;]*linnet\.session)=([^;]+)/.exec(cookiesIn(answer))?.slice(1) ?? []
  if (!name || !value) throw new Refusal(`@${username} could not sign in: ${answer.status}.`)
  return { name, value, url: address }
}

/** Writes a tweet. */
export async function tweet(by: Person, content: string, more: object = {}): Promise<Tweet> {
  return (await by.ask('POST', '/api/tweets', { content, ...more })) as Tweet
}

/** Uploads a sky at dawn of that size; answers its id. */
export async function paint(by: Person, width: number, height: number): Promise<string> {
  const sky = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#31507c"/><stop offset=".7" stop-color="#e9a27e"/><stop offset="1" stop-color="#f7dfb0"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#a)"/><circle cx="60%" cy="78%" r="60" fill="#fff3d6"/></svg>`
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await sharp(Buffer.from(sky)).png().toBuffer())], { type: 'image/png' }), 'dawn.png')
  form.set('alt', 'A sky at dawn.')
  return ((await by.ask('POST', '/api/media', form)) as { id: string }).id
}

function cookiesIn({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.slice(0, cookie.indexOf(';')))
    .join('; ')
}

function asking(address: string, own: Record<string, string> = {}): Person['ask'] {
  const headers = { 'X-Forwarded-For': someAddress(), ...own }
  return async (method, path, body) => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: isForm || !body ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: isForm || !body ? body : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Refusal(`${method} ${path} was answered ${answer.status}: ${text}`)
    return text && JSON.parse(text)
  }
}
