import type { Viewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/errors'

/** Throws `forbidden` when somebody is signed in who is not the one who wrote it, where that is said: what waited for the line is posted as nobody else. */
export function mustBeWriter(viewer: Viewer | null, writerId: string | null): void {
  if (viewer && writerId !== null && viewer.id !== writerId)
    throw new AppError('forbidden', 'This was written by somebody else than who is signed in.')
}
