import { type Moderator, moderating } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import type { AuditEntry, Suspension } from '@/lib/moderation/schema'
import { mapPage, type Page, pageParams, toPage } from '@/lib/page'
import { isUsername } from '@/lib/users/schema'
import { toUserSummaryView, userSummarySelect } from '@/lib/users/view'
import { parse } from '@/lib/validate'

/** Who is suspended, the newest account first. Throws `unauthenticated`, `forbidden` unless the viewer is a moderator, and `validation_failed`. */
export async function listSuspended(viewer: Moderator | null, query: unknown): Promise<Page<Suspension>> {
  moderating(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const rows = await db.user.findMany({
    where: { suspendedAt: { not: null }, ...(cursor && { id: { lt: cursor } }) },
    select: suspensionSelect,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return mapPage(toPage(rows, limit), toSuspension)
}

/** What moderators and the admin did, newest first. Throws `unauthenticated`, `forbidden` unless the viewer is a moderator, and `validation_failed`. */
export async function listAuditEntries(viewer: Moderator | null, query: unknown): Promise<Page<AuditEntry>> {
  moderating(viewer)
  const { limit, cursor } = parse(pageParams, query)
  const rows = await db.auditEntry.findMany({ where: cursor ? { id: { lt: cursor } } : {}, orderBy: { id: 'desc' }, take: limit + 1 })
  return mapPage(toPage(rows, limit), (row) => ({ ...row, createdAt: row.createdAt.toISOString(), note: row.note || null }))
}

/** Whether somebody is suspended, whom nobody else sees then. Throws `not_found`. */
export async function getSuspension(username: unknown): Promise<Suspension> {
  const where = isUsername(username) ? { usernameKey: username.toLowerCase() } : null
  const row = where && (await db.user.findUnique({ where, select: suspensionSelect }))
  if (!row) throw notFound('user')
  return toSuspension(row)
}

/** A person for the admin, suspended or not. Throws `not_found`. */
export async function getPerson(username: string): Promise<{ id: string; username: string; email: string }> {
  const where = { usernameKey: username.replace(/^@/, '').toLowerCase() }
  const row = await db.user.findUnique({ where, select: { id: true, username: true, email: true } })
  if (!row) throw notFound('user')
  return row
}

const suspensionSelect = { ...userSummarySelect, suspendedAt: true } as const

function toSuspension({ suspendedAt, ...user }: Parameters<typeof toUserSummaryView>[0] & { suspendedAt: Date | null }): Suspension {
  return { user: toUserSummaryView(user), suspendedAt: suspendedAt?.toISOString() ?? null }
}
