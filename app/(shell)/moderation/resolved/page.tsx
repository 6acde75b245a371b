import { cursorOf, unlessStale } from '@/app/paging'
import { ReportList } from '@/components/reports/report-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getWords } from '@/lib/http/look'
import { requireModerator } from '@/lib/http/page'
import { listReports } from '@/lib/reports/queries'

export default async function ResolvedReportsPage({ searchParams }: PageProps<'/moderation/resolved'>) {
  const [t, moderator] = await Promise.all([getWords('moderation'), requireModerator()])
  const page = await unlessStale(listReports(moderator, { ...(await cursorOf(searchParams)), status: 'resolved' }))
  return (
    <ReportList
      label={t('resolved')}
      path="/moderation/resolved"
      page={page}
      empty={<EmptyState title={t('noneResolved')}>{t('noneResolvedText')}</EmptyState>}
    />
  )
}
