import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { makeKeeper } from '@/lib/http/kept'
import { isSettled, look } from '@/lib/moment'
import { requestContext } from '@/lib/request'

/** What a read answers, as it goes out. */
type Encoded = { body: Uint8Array<ArrayBuffer>; etag: string; link: string | undefined }

const keep = makeKeeper<Encoded>(32 * 1024 * 1024, ({ body }) => body.length)

/**
 * The answer to a read, kept for whoever asks for the same with the same session: with an ETag, 304 when the client has it already, and the
 * neighbouring pages' Link (RFC 8288).
 */
export async function read(request: Request, viewer: Viewer | null, work: () => Promise<unknown>): Promise<Response> {
  await lookAround(viewer)
  const { pathname, search } = new URL(request.url)
  const { body, etag, link } = await keep(`${viewer?.sessionId ?? ''} ${pathname}${search}`, async () => encode(request, await work()))
  const headers = new Headers({
    ETag: etag,
    'Cache-Control': viewer ? 'private, no-cache' : 'public, max-age=5',
    Vary: 'Authorization, Cookie',
    ...(link && { Link: link }),
  })
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', 'application/json')
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

/** Has the request know its moment, which it does where its session was looked up. */
async function lookAround(viewer: Viewer | null): Promise<void> {
  const context = requestContext.getStore()
  if (!context) return
  if (viewer) context.userId = viewer.id
  context.moment ??= (await look(null)).moment
  context.settled = isSettled(context.moment)
}

function encode(request: Request, result: unknown): Encoded {
  if (result === undefined || result instanceof Response) throw new TypeError('A read answers data; one that answers otherwise is fresh.')
  const { sinceCursor: _, ...shown } = result as Partial<Linked>
  const body = new TextEncoder().encode(JSON.stringify(shown))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { body, etag, link: links(request, result as Partial<Linked>) }
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
