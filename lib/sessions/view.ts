import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Session } from '@/lib/sessions/schema'

export const sessionSelect = {
  id: true,
  createdAt: true,
  lastUsedAt: true,
  userAgent: true,
  ip: true,
} as const satisfies Prisma.SessionSelect

/** A sign-in as the person who signed in sees it. */
export function toSessionView(row: Prisma.SessionGetPayload<{ select: typeof sessionSelect }>, { sessionId }: Viewer): Session {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
    userAgent: row.userAgent || null,
    ip: row.ip || null,
    current: row.id === sessionId,
  }
}
