import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { transaction } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { parseId } from '@/lib/validate'

/** Ends one of the viewer's sessions. Throws `unauthenticated`, and `not_found` also for somebody else's. */
export async function endMySession(viewer: Viewer | null, sessionId: unknown): Promise<void> {
  const me = signedIn(viewer)
  const id = parseId(sessionId, 'session')
  const { count } = await transaction((tx) => tx.session.deleteMany({ where: { id, userId: me.id } }))
  if (count === 0) throw notFound('session')
}

/** Ends every session of the viewer but the one they ask with. Idempotent. Throws `unauthenticated`. */
export async function endOtherSessions(viewer: Viewer | null): Promise<void> {
  const me = signedIn(viewer)
  await transaction((tx) => tx.session.deleteMany({ where: { userId: me.id, id: { not: me.sessionId } } }))
}
