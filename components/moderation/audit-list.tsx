import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import type { AuditEntry } from '@/lib/moderation/schema'
import type { Page } from '@/lib/page'

const DID: Record<AuditEntry['action'], string> = {
  dismiss: 'dismissed a report about',
  remove_tweet: 'removed',
  suspend: 'suspended',
  restore: 'restored',
  delete_account: 'deleted the account of',
  make_moderator: 'made a moderator of',
  make_member: 'took moderation from',
  reset_password: 'made a link for a new password of',
}

/** What moderators and the admin did, in words. No page means that the link to it is stale. */
export function AuditList({ path, page }: { path: string; page: Page<AuditEntry> | null }) {
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return <EmptyState title="Nothing was done yet">What moderators do is written down here.</EmptyState>
  return (
    <>
      <ol aria-label="What was done">
        {page.items.map(({ id, actor, action, subject, note, createdAt }) => (
          <li key={id} className="border-line border-b px-4 py-3">
            <p className="[overflow-wrap:anywhere]">
              <span className="font-semibold">{actor === 'admin' ? 'The admin' : `@${actor}`}</span> {DID[action]} {subject}
            </p>
            {note && (
              <p dir="auto" className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
                {note}
              </p>
            )}
            <p className="text-ink-muted text-sm">
              <Time at={createdAt} full />
            </p>
          </li>
        ))}
      </ol>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </>
  )
}
