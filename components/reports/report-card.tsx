import type { ReactNode } from 'react'
import { ResolveForm } from '@/components/reports/resolve-form'
import { QuoteCard } from '@/components/tweets/quote-card'
import { Avatar } from '@/components/ui/avatar'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { useTemplates, useWords } from '@/lib/http/look'
import type { Report } from '@/lib/reports/schema'
import type { UserSummary } from '@/lib/users/schema'

/** What somebody reported, about whom and why, with a way to resolve it or what was done. */
export function ReportCard({ report }: { report: Report }) {
  const t = useWords('moderation')
  const words = useTemplates('moderationForms')
  const { id, reason, note, reporter, user, tweet, createdAt, resolution, resolvedAt } = report
  const why = useWords('moderationForms')(reason)
  const who = (inner: ReactNode[]) => (
    <Link
      key="who"
      href={`/${reporter.username}`}
      className="text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
    >
      {inner}
    </Link>
  )
  return (
    <article aria-label={t('reportAbout', { username: user.username, reason: why })} className="space-y-2 px-4 py-3">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-bold">{why}</span>
        <span className="shrink-0 text-ink-muted text-sm">
          <Time at={createdAt} />
        </span>
      </p>
      {note && (
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {note}
        </p>
      )}
      {tweet ? <QuoteCard quote={tweet} /> : <Person user={user} />}
      <p className="text-ink-muted text-sm">
        {tweet && 'deleted' in tweet && `${t('by', { username: user.username })} `}
        {t.rich('reportedBy', { username: reporter.username, who })}
      </p>
      {resolution && resolvedAt ? (
        <p className="text-sm">
          <span className="font-semibold">{t(`resolution.${resolution}`)}</span> <Time at={resolvedAt} full />
        </p>
      ) : (
        <ResolveForm id={id} username={user.username} removable={tweet !== null && !('deleted' in tweet)} words={words} />
      )}
    </article>
  )
}

function Person({ user: { username, name, avatarUrl } }: { user: UserSummary }) {
  return (
    <div className="relative flex items-center gap-3 rounded-xl border border-line p-3 hover:bg-surface">
      <Avatar username={username} name={name} url={avatarUrl} />
      <p className="min-w-0">
        <Link href={`/${username}`} className="card-link block truncate font-semibold hover:underline">
          <bdi>{name}</bdi>
        </Link>
        <span className="block truncate text-ink-muted">
          <bdi>@{username}</bdi>
        </span>
      </p>
    </div>
  )
}
