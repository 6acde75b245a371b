import { cursorOf, unlessStale } from '@/app/paging'
import { ReportList } from '@/components/reports/report-list'
import { EmptyState } from '@/components/ui/empty-state'
import { requireModerator } from '@/lib/http/page'
import { listReports } from '@/lib/reports/queries'

export default async function OpenReportsPage({ searchParams }: PageProps<'/moderation'>) {
  const moderator = await requireModerator()
  const page = await unlessStale(listReports(moderator, { ...(await cursorOf(searchParams)), status: 'open' }))
  return (
    <ReportList
      label="Open reports"
      path="/moderation"
      page={page}
      empty={<EmptyState title="Nothing to do">What people report appears here.</EmptyState>}
    />
  )
}
