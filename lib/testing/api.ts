import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { signToken } from '@/lib/auth/token'
import type { Viewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { PEER_HEADER } from '@/lib/http/peer'
import { HOST, sendTo } from '@/lib/testing/host'

type Params = Record<string, string | string[]>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type RouteFile = { file: string; path: string; segments: string[] }

const APP = join(import.meta.dirname, '../../app')

/** Every `route.ts` under `app/api` by its path in OpenAPI's notation, fixed segments before variable ones. */
export const routeFiles: RouteFile[] = readdirSync(join(APP, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => {
    const segments = ['api', ...dirname(file).split('/')].filter((segment) => segment !== '.')
    return { file: join(APP, 'api', file), path: `/${segments.map(toOpenApi).join('/')}`, segments }
  })
  .toSorted((a, b) => specificity(a).localeCompare(specificity(b)))

function toOpenApi(segment: string): string {
  return segment.replace(/^\[+(?:\.\.\.)?([^\]]+)\]+$/, '{$1}')
}

function specificity({ segments }: RouteFile): string {
  return segments.map((segment) => (segment.includes('...') ? '2' : segment.startsWith('[') ? '1' : '0')).join('')
}

/** The handlers that the file exports, by method. */
export async function handlersOf({ file }: RouteFile): Promise<Record<string, Handler>> {
  return import(/* @vite-ignore */ file)
}

function match({ segments }: RouteFile, parts: string[]): Params | null {
  const params: Params = {}
  for (const [index, segment] of segments.entries()) {
    const name = /^\[+(?:\.\.\.)?([^\]]+)\]+$/.exec(segment)?.[1]
    if (segment.includes('...')) {
      if (parts.length <= index && !segment.startsWith('[[')) return null
      return { ...params, [name ?? '']: parts.slice(index).map(decodeURIComponent) }
    }
    const part = parts[index]
    if (part === undefined || (name === undefined && part !== segment)) return null
    if (name !== undefined) params[name] = decodeURIComponent(part)
  }
  return parts.length === segments.length ? params : null
}

export type Options = {
  /** Who asks, by a Bearer token. */
  as?: Viewer | undefined
  /** Who asks, by the browser's session cookie. */
  cookieOf?: Viewer | undefined
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it stands. */
  body?: BodyInit | undefined
  headers?: Record<string, string> | undefined
}

/** What a handler answered; `body` is the parsed JSON, or undefined when there is none. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Answer = { status: number; headers: Headers; text: string; body: any }

/** Calls the exported handler that answers this path, as Next.js would. */
export async function call(method: string, url: string, { as, cookieOf, json, body, headers }: Options = {}): Promise<Answer> {
  const request = new Request(new URL(url, env.APP_URL), {
    method,
    headers: {
      [PEER_HEADER]: anyAddress(),
      ...(as && { Authorization: `Bearer ${await accessTokenOf(as)}` }),
      ...(cookieOf && { Cookie: await cookieHeaderOf(cookieOf) }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(body !== undefined && { body }),
  })
  return send(request)
}

/** An address that hardly anybody else has, so that nobody is limited for what others do. */
export function anyAddress(): string {
  return `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join('.')}`
}

/** Gives the request to the handler of its path and method or, where the tests run against a host, sends it there. */
export async function send(request: Request): Promise<Answer> {
  if (HOST) return toAnswer(await sendTo(HOST, request))
  const parts = new URL(request.url).pathname.split('/').slice(1)
  for (const route of routeFiles) {
    const params = match(route, parts)
    if (!params) continue
    const handler = (await handlersOf(route))[request.method]
    if (!handler) throw new Error(`${route.file} does not export ${request.method}`)
    return toAnswer(await handler(request, { params: Promise.resolve(params) }))
  }
  throw new Error(`No route.ts answers ${request.url}`)
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, text, body: isJson && text !== '' ? JSON.parse(text) : undefined }
}

/** An access token of the session that the person is signed in with. */
export function accessTokenOf({ id, sessionId }: Viewer): Promise<string> {
  return signToken('access', { userId: id, sessionId })
}

/** A `Cookie` header with the session that the person is signed in with. */
export async function cookieHeaderOf({ id, sessionId }: Viewer): Promise<string> {
  return `${SESSION_COOKIE.name}=${await signToken('session', { userId: id, sessionId })}`
}
