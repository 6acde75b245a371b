import { NotificationList } from '@/components/notifications/notification-list'
import { ReportCard } from '@/components/reports/report-card'
import { Specimen, Specimens } from '@/components/styleguide/part'
import { somebody } from '@/components/styleguide/samples/people'
import { ago, BREAD, DAWN, GUESS, THANKS, tweet, WIRE } from '@/components/styleguide/samples/tweets'
import type { Notification } from '@/lib/notifications/schema'
import type { Report } from '@/lib/reports/schema'
import type { CastMember } from '@/lib/testing/cast'
import type { Tweet } from '@/lib/tweets/schema'

/** A notification of each kind, read and unread. */
export function Notifications() {
  const items = [
    told('like', 'mei', tweet('ada', WIRE), { read: false }),
    told('retweet', 'yusuf', tweet('ada', GUESS), { read: false }),
    told('reply', 'mei', tweet('mei', THANKS)),
    told('mention', 'olek', tweet('olek', 'Дякую @ada!')),
    told('quote', 'yusuf', tweet('yusuf', BREAD)),
    told('follow', 'tui', null),
  ]
  return (
    <Specimens columns={2}>
      <Specimen name="of each kind, the first two unread" flush>
        <NotificationList page={{ items, nextCursor: null }} />
      </Specimen>
      <Specimen name="none" flush>
        <NotificationList page={{ items: [], nextCursor: null }} />
      </Specimen>
    </Specimens>
  )
}

function told(type: Notification['type'], who: CastMember, about: Tweet | null, more: Partial<Notification> = {}): Notification {
  return { id: crypto.randomUUID(), type, createdAt: ago(12), read: true, actor: somebody(who), tweet: about, ...more }
}

/** What a moderator sees of reports. */
export function Reports() {
  const resolved = { resolution: 'remove', resolvedAt: ago(5) } as const
  const deleted = { id: crypto.randomUUID(), deleted: true } as const
  return (
    <Specimens columns={2}>
      <Specimen name="about a tweet" flush>
        <ReportCard report={report({ tweet: tweet('tui', DAWN), note: 'Much too loud before six.' })} />
      </Specimen>
      <Specimen name="about a person" flush>
        <ReportCard report={report({ reason: 'impersonation', note: null })} />
      </Specimen>
      <Specimen name="about a tweet that was deleted meanwhile" flush>
        <ReportCard report={report({ tweet: deleted, reason: 'harassment', note: 'صوت عالٍ جدًا.' })} />
      </Specimen>
      <Specimen name="resolved" flush>
        <ReportCard report={report({ tweet: deleted, ...resolved })} />
      </Specimen>
    </Specimens>
  )
}

function report(more: Partial<Report>): Report {
  return {
    id: crypto.randomUUID(),
    createdAt: ago(40),
    reason: 'spam',
    note: null,
    reporter: somebody('olek'),
    user: somebody('tui'),
    tweet: null,
    resolution: null,
    resolvedAt: null,
    ...more,
  }
}
