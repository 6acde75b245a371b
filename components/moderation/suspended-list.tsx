import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { RestoreButton } from '@/components/moderation/restore-button'
import { Avatar } from '@/components/ui/avatar'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import { useWords } from '@/lib/http/look'
import type { Suspension } from '@/lib/moderation/schema'
import type { Page } from '@/lib/page'

/** Who is suspended, each with a way back. No page means that the link to it is stale. */
export function SuspendedList({ path, page }: { path: string; page: Page<Suspension> | null }) {
  const t = useWords('moderation')
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return <EmptyState title={t('noneSuspended')} />
  return (
    <>
      <ul aria-label={t('suspended')}>
        {page.items.map(({ user: { id, username, name, avatarUrl }, suspendedAt }) => (
          <li key={id} className="flex items-center gap-3 border-line border-b px-4 py-3">
            <Avatar username={username} name={name} url={avatarUrl} />
            <div className="min-w-0 flex-1">
              <p className="truncate font-semibold">
                <bdi>{name}</bdi>
              </p>
              <p className="truncate text-ink-muted">
                <bdi>@{username}</bdi>
              </p>
              {suspendedAt && (
                <p className="text-ink-muted text-sm">
                  {t('since')} <Time at={suspendedAt} full />
                </p>
              )}
            </div>
            <RestoreButton username={username} label={t('restore')} />
          </li>
        ))}
      </ul>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </>
  )
}
