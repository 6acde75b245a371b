import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { makeKeeper } from '@/lib/http/kept'
import type { LimitName } from '@/lib/limits'
import { isSettled, look } from '@/lib/moment'
import { type Moment, requestContext } from '@/lib/request'

/** What a read answers, as it goes out. */
type Encoded = { body: Uint8Array<ArrayBuffer>; etag: string; link: string | undefined; published: Publication | null; limits: LimitName[] }

/** A text other than JSON that says the same to whoever asks, and is good for so many seconds. */
export class Publication {
  constructor(
    readonly type: string,
    readonly text: string,
    readonly seconds: number,
  ) {}
}

const answers = makeKeeper<Encoded>(32 * 1024 * 1024, ({ body }) => body.length)

/** What the answer to an address is kept by: it depends on nothing else but the session. */
const keyOf = (session: string | undefined, address: string) => `${session ?? ''} ${address}`

/**
 * The answer to a read, kept for whoever asks for the same with the same session: with an ETag, 304 when the client has it already, and the
 * neighbouring pages' Link (RFC 8288). `limits` are what whoever asks was counted for.
 */
export async function read(request: Request, { viewer, limits }: Reader, work: () => Promise<unknown>): Promise<Response> {
  await lookAround(viewer)
  const { pathname, search } = new URL(request.url)
  const encoded = await answers.keep(keyOf(viewer?.sessionId, `${pathname}${search}`), async () => ({
    ...encode(request, await work()),
    limits,
  }))
  const { body, ...sent } = toSent(encoded, viewer !== null, request.headers.get('if-none-match'))
  return new Response(request.method === 'HEAD' ? null : body, sent)
}

type Reader = { viewer: Viewer | null; limits: LimitName[] }

/** An answer as it goes out. */
export type Sent = { status: 200 | 304; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> | null }

/** What is kept for whoever asks this address with this session, and may be shown at this moment; without one, what might be at some. */
export function keptAnswer(session: string | undefined, address: string, moment?: Moment): Encoded | undefined {
  return answers.kept(keyOf(session, address), moment)
}

/** What goes out to whoever knows these ETags. */
export function toSent({ body, etag, link, published }: Encoded, isSignedIn: boolean, known: string | null): Sent {
  const headers = {
    ETag: etag,
    'Cache-Control': isSignedIn ? 'private, no-cache' : `public, max-age=${published?.seconds ?? 5}`,
    ...(!published && { Vary: 'Authorization, Cookie' }),
    ...(link && { Link: link }),
  }
  if (isKnown(etag, known)) return { status: 304, headers, body: null }
  return { status: 200, headers: { ...headers, 'Content-Type': published?.type ?? 'application/json' }, body }
}

/** Whether who asks has it already: If-None-Match compares weakly (RFC 9110 §13.1.2). */
export function isKnown(etag: string, known: string | null | undefined): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  const tags = known?.split(',').map(bare) ?? []
  return tags.includes('*') || tags.includes(bare(etag))
}

/** Has the request know its moment, which it does where its session was looked up. */
async function lookAround(viewer: Viewer | null): Promise<void> {
  const context = requestContext.getStore()
  if (!context) return
  if (viewer) context.userId = viewer.id
  context.moment ??= (await look(null)).moment
  context.settled = isSettled(context.moment)
}

function encode(request: Request, result: unknown): Omit<Encoded, 'limits'> {
  if (result === undefined || result instanceof Response) throw new TypeError('A read answers data; one that answers otherwise is fresh.')
  const published = result instanceof Publication ? result : null
  const { sinceCursor: _, ...shown } = result as Partial<Linked>
  const body = new TextEncoder().encode(published?.text ?? JSON.stringify(shown))
  // Weak, for it goes out in more than one encoding (RFC 9110 §8.8.3.3).
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { body, etag, link: links(request, result as Partial<Linked>), published }
}

/** The neighbours of a page (RFC 8288): what is older, and in a timeline what has come since. */
function links(request: Request, { nextCursor, sinceCursor, replies }: Partial<Linked>): string | undefined {
  const { pathname, searchParams } = new URL(request.url)
  const link = (rel: string, name: string, value: string, without: string) => {
    const params = new URLSearchParams(searchParams)
    params.delete(without)
    params.set(name, value)
    return `<${env.APP_URL}${pathname}?${params}>; rel="${rel}"`
  }
  const next = nextCursor ?? replies?.nextCursor
  const all = [...(next ? [link('next', 'cursor', next, '')] : []), ...(sinceCursor ? [link('prev', 'since', sinceCursor, 'cursor')] : [])]
  return all.length > 0 ? all.join(', ') : undefined
}

type Linked = { nextCursor: string | null; sinceCursor: string; replies: { nextCursor: string | null } }
