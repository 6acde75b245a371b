import { SESSION_IDLE_SECONDS, SESSION_MAX_SECONDS } from '@/lib/auth/token'
import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { mapPage, type Page, pageParams, toPage } from '@/lib/page'
import type { Session } from '@/lib/sessions/schema'
import { sessionSelect, toSessionView } from '@/lib/sessions/view'
import { parse } from '@/lib/validate'

/** Where the viewer is signed in, newest sign-in first. Throws `unauthenticated` and `validation_failed`. */
export async function listSessions(viewer: Viewer | null, query: unknown): Promise<Page<Session>> {
  const me = signedIn(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const since = (seconds: number) => ({ gt: new Date(Date.now() - seconds * 1000) })
  const rows = await db.session.findMany({
    where: {
      userId: me.id,
      createdAt: since(SESSION_MAX_SECONDS),
      lastUsedAt: since(SESSION_IDLE_SECONDS),
      ...(cursor && { id: { lt: cursor } }),
    },
    select: sessionSelect,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return mapPage(toPage(rows, limit), (row) => toSessionView(row, me))
}
