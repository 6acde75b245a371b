import { cursorOf, unlessStale } from '@/app/paging'
import { ReportList } from '@/components/reports/report-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getWords } from '@/lib/http/look'
import { requireModerator } from '@/lib/http/page'
import { listReports } from '@/lib/reports/queries'

export default async function OpenReportsPage({ searchParams }: PageProps<'/moderation'>) {
  const [t, moderator] = await Promise.all([getWords('moderation'), requireModerator()])
  const page = await unlessStale(listReports(moderator, { ...(await cursorOf(searchParams)), status: 'open' }))
  return (
    <ReportList
      label={t('open')}
      path="/moderation"
      page={page}
      empty={<EmptyState title={t('noneOpen')}>{t('noneOpenText')}</EmptyState>}
    />
  )
}
