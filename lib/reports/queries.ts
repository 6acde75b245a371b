import { type Moderator, moderating } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { type Page, toPage } from '@/lib/page'
import { type Report, reportsParams } from '@/lib/reports/schema'
import { type ReportRow, reportSelect, toReportView } from '@/lib/reports/view'
import { hydrateAny } from '@/lib/tweets/hydrate'
import { parse, parseId } from '@/lib/validate'

/** What people reported, newest first. Throws `unauthenticated`, `forbidden` unless the viewer is a moderator, and `validation_failed`. */
export async function listReports(viewer: Moderator | null, query: unknown): Promise<Page<Report>> {
  moderating(viewer)
  const { status, limit, cursor } = parse(reportsParams, query)
  const rows = await db.report.findMany({
    where: { resolvedAt: status === 'open' ? null : { not: null }, ...(cursor && { id: { lt: cursor } }) },
    select: reportSelect,
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  const page = toPage(rows, limit)
  return { items: await toViews(page.items), nextCursor: page.nextCursor }
}

/** The report. Throws `unauthenticated`, `not_found`, and `forbidden` unless the viewer is a moderator. */
export async function getReport(viewer: Moderator | null, id: unknown): Promise<Report> {
  moderating(viewer)
  const row = await db.report.findUnique({ where: { id: parseId(id, 'report') }, select: reportSelect, relationLoadStrategy: 'join' })
  const [view] = row ? await toViews([row]) : []
  if (!view) throw notFound('report')
  return view
}

/** The tweets as anybody sees them: whom a moderator blocks or mutes is no matter here. */
async function toViews(rows: ReportRow[]): Promise<Report[]> {
  const tweets = await hydrateAny(null, [...new Set(rows.flatMap((row) => row.tweetId ?? []))])
  return rows.map((row) => toReportView(row, tweets.find(({ id }) => id === row.tweetId) ?? null))
}
