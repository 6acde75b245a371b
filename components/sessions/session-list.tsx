import { MonitorSmartphone } from 'lucide'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { EndOtherSessions, EndSession } from '@/components/sessions/end-session'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import { useWords } from '@/lib/http/look'
import type { Page } from '@/lib/page'
import type { Session } from '@/lib/sessions/schema'
import { deviceIn } from '@/lib/sessions/text'

/** Where one is signed in, each with a way to sign out there. No page means that the link to it is stale. */
export function SessionList({ path, page }: { path: string; page: Page<Session> | null }) {
  const t = useWords('settings')
  if (!page) return <StaleLink href={path} />
  return (
    <>
      {page.items.some(({ current }) => !current) && <EndOtherSessions>{t('signOutElsewhere')}</EndOtherSessions>}
      <ul>
        {page.items.map((session) => (
          <li key={session.id} className="border-line border-b">
            <SessionItem session={session} />
          </li>
        ))}
      </ul>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </>
  )
}

function SessionItem({ session: { id, userAgent, ip, createdAt, lastUsedAt, current } }: { session: Session }) {
  const t = useWords('settings')
  const device = deviceIn(userAgent, t)
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 px-4 py-3">
      <Icon node={MonitorSmartphone} className="size-5.5 text-ink-muted" />
      <p className="flex min-h-9 min-w-0 items-center gap-1.5 font-semibold">
        <span className="min-w-0 [overflow-wrap:anywhere]">{device}</span>
        {current && <span className="whitespace-nowrap font-medium text-sm text-success">· {t('thisOne')}</span>}
      </p>
      {!current && (
        <EndSession id={id}>
          {t.rich('signOutOf', {
            device,
            of: (inner) => (
              <span key="of" className="sr-only">
                {inner}
              </span>
            ),
          })}
        </EndSession>
      )}
      <div className="col-span-2 col-start-2 text-ink-muted text-sm">
        <p>{t.rich('lastUsed', { at: () => <Time key="at" at={lastUsedAt} full /> })}</p>
        <p>
          {t.rich('signedIn', { at: () => <Time key="at" at={createdAt} full /> })}
          {ip && <span className="[overflow-wrap:anywhere]"> {t('from', { ip })}</span>}
        </p>
      </div>
    </div>
  )
}
