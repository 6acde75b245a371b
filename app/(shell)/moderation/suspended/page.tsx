import { cursorOf, unlessStale } from '@/app/paging'
import { SuspendedList } from '@/components/moderation/suspended-list'
import { requireModerator } from '@/lib/http/page'
import { listSuspended } from '@/lib/moderation/queries'

export default async function SuspendedPage({ searchParams }: PageProps<'/moderation/suspended'>) {
  const moderator = await requireModerator()
  const page = await unlessStale(listSuspended(moderator, await cursorOf(searchParams)))
  return <SuspendedList path="/moderation/suspended" page={page} />
}
