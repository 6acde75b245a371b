import { AppError } from '@/lib/errors'

/** Who is asking: a signed-in person and the session they are signed in with. */
export type Viewer = { id: string; username: string; name: string; avatarUrl: string | null; sessionId: string }

/** The viewer, signed in. Throws `unauthenticated` when nobody is. */
export function signedIn(viewer: Viewer | null): Viewer {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
  return viewer
}
