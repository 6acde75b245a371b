import { SESSION_COOKIE } from '@/lib/auth/cookie'
import { verifyToken } from '@/lib/auth/token'
import { isUnavailable } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { clientOf } from '@/lib/http/client'
import { tell } from '@/lib/http/failure'
import { PREFETCH_HEADER } from '@/lib/http/peer'
import type { Refusal } from '@/lib/http/refusal'
import { log } from '@/lib/log'
import { limit, limitRequests } from '@/lib/rate-limit'
import { requestContext } from '@/lib/request'

/** What is cheap, and what counts itself. */
const UNCOUNTED =
  /^\/(?:media\/|api\/(?!docs$)|icons\/|(?:icon\.svg|apple-icon\.png|favicon\.ico|opengraph\.png|manifest\.webmanifest|robots\.txt|sw\.js)$)/

type Asked = { headers: Headers; pathname: string; cookie: (name: string) => string | undefined; requestId: string }

/** Counts the request of a page for who is signed in, or for its address; why it is refused, or null. What the router fetches ahead has a limit of its own. */
export async function refuseTooMany({ headers, pathname, cookie, requestId }: Asked): Promise<Refusal | null> {
  if (UNCOUNTED.test(pathname)) return null
  return requestContext.run({ requestId, address: clientOf(headers).ip, counted: [] }, async () => {
    try {
      const viewer = await holderOf(cookie(SESSION_COOKIE.name))
      await (headers.has(PREFETCH_HEADER) ? limit('prefetch', viewer) : limitRequests(viewer))
      return null
    } catch (error) {
      return toRefusal(error)
    }
  })
}

/** Whom the cookie names; whether the session still lives is for the page to find out. */
async function holderOf(cookie: string | undefined): Promise<{ id: string } | null> {
  const subject = cookie ? await verifyToken('session', cookie) : null
  return subject && { id: subject.userId }
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof AppError && error.code === 'rate_limited')
    return { status: error.status, title: 'refused.often', text: (t) => tell(error, t), headers: error.headers }
  if (!isUnavailable(error)) throw error
  log.error({ err: error }, 'database unavailable')
  return { status: 503, title: 'refused.away', text: 'refused.awayText', headers: { 'Retry-After': '2' } }
}
