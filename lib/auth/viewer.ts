import { AppError } from '@/lib/errors'
import type { UserRole } from '@/lib/generated/prisma/enums'

/** Who is asking: a signed-in person and the session they are signed in with. */
export type Viewer = { id: string; username: string; name: string; avatarUrl: string | null; role: UserRole; sessionId: string }

/** The viewer, signed in. Throws `unauthenticated` when nobody is. */
export function signedIn(viewer: Viewer | null): Viewer {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
  return viewer
}

/** Who moderates: a moderator, or `admin`, which is whoever has the server's command line and what nobody can be called. */
export type Moderator = Viewer | 'admin'

/** The viewer, if they moderate. Throws `unauthenticated`, and `forbidden` for anybody else. */
export function moderating(viewer: Moderator | null): Moderator {
  if (viewer === 'admin') return viewer
  const me = signedIn(viewer)
  if (me.role !== 'moderator') throw new AppError('forbidden', 'Only moderators may do this.', { reason: 'forbidden.moderators' })
  return me
}
