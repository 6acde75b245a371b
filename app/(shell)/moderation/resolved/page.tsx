import { cursorOf, unlessStale } from '@/app/paging'
import { ReportList } from '@/components/reports/report-list'
import { EmptyState } from '@/components/ui/empty-state'
import { requireModerator } from '@/lib/http/page'
import { listReports } from '@/lib/reports/queries'

export default async function ResolvedReportsPage({ searchParams }: PageProps<'/moderation/resolved'>) {
  const moderator = await requireModerator()
  const page = await unlessStale(listReports(moderator, { ...(await cursorOf(searchParams)), status: 'resolved' }))
  return (
    <ReportList
      label="Resolved reports"
      path="/moderation/resolved"
      page={page}
      empty={<EmptyState title="Nothing resolved yet">Reports that a moderator answered are kept here.</EmptyState>}
    />
  )
}
