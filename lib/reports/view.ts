import type { Prisma } from '@/lib/generated/prisma/client'
import type { Report } from '@/lib/reports/schema'
import { toUserSummaryView, userSummarySelect } from '@/lib/users/view'

/** The columns that a report's view is made of. */
export const reportSelect = {
  id: true,
  createdAt: true,
  reason: true,
  note: true,
  tweetId: true,
  resolution: true,
  resolvedAt: true,
  reporter: { select: userSummarySelect },
  user: { select: userSummarySelect },
} as const satisfies Prisma.ReportSelect

export type ReportRow = Prisma.ReportGetPayload<{ select: typeof reportSelect }>

/** A report as a moderator sees it. The only way one leaves. */
export function toReportView({ tweetId: _, ...row }: ReportRow, tweet: Report['tweet']): Report {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    note: row.note || null,
    reporter: toUserSummaryView(row.reporter),
    user: toUserSummaryView(row.user),
    tweet,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }
}
