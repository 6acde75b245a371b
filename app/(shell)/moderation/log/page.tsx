import { cursorOf, unlessStale } from '@/app/paging'
import { AuditList } from '@/components/moderation/audit-list'
import { requireModerator } from '@/lib/http/page'
import { listAuditEntries } from '@/lib/moderation/queries'

export default async function AuditPage({ searchParams }: PageProps<'/moderation/log'>) {
  const moderator = await requireModerator()
  const page = await unlessStale(listAuditEntries(moderator, await cursorOf(searchParams)))
  return <AuditList path="/moderation/log" page={page} />
}
