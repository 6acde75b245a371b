import type { ReactNode } from 'react'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import { useWords } from '@/lib/http/look'
import type { AuditEntry } from '@/lib/moderation/schema'
import type { Page } from '@/lib/page'

/** How the log names a tweet; a person is only `@ada`. */
const TWEET = /^tweet (\S+) of @(\S+)$/

/** What moderators and the admin did, in words. No page means that the link to it is stale. */
export function AuditList({ path, page }: { path: string; page: Page<AuditEntry> | null }) {
  const t = useWords('moderation')
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return <EmptyState title={t('noLog')}>{t('noLogText')}</EmptyState>
  return (
    <>
      <ol aria-label={t('log')}>
        {page.items.map(({ id, note, createdAt, ...act }) => (
          <li key={id} className="border-line border-b px-4 py-3">
            <p className="[overflow-wrap:anywhere]">
              <Act {...act} />
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

function Act({ actor, action, subject }: Pick<AuditEntry, 'actor' | 'action' | 'subject'>) {
  const t = useWords('moderation')
  const [, id, username = ''] = TWEET.exec(subject) ?? []
  return t.rich(`did.${action}`, {
    actor: actor === 'admin' ? t('admin') : `@${actor}`,
    subject: id ? t('tweetOf', { id, username }) : subject,
    who: (inner: ReactNode[]) => (
      <span key="who" className="font-semibold">
        {inner}
      </span>
    ),
  })
}
