import type { ReactNode } from 'react'
import { NavRail } from '@/components/layout/nav-rail'
import { SideBar } from '@/components/layout/side-bar'
import { TabBar } from '@/components/layout/tab-bar'
import { TopBar } from '@/components/layout/top-bar'
import { UnreadProvider } from '@/components/notifications/unread'
import type { Viewer } from '@/lib/auth/viewer'

type Props = { viewer: Viewer | null; unread: { count: number } | null; children: ReactNode }

/** Every page's frame: navigation, the page in a column, and on wide screens what goes beside it. */
export function AppShell({ viewer, unread, children }: Props) {
  const frame = (
    <>
      <TopBar viewer={viewer} />
      <div className="mx-auto flex max-w-shell justify-center">
        <NavRail viewer={viewer} />
        <main id="main" tabIndex={-1} className="min-h-dvh w-full min-w-0 max-w-column border-line pb-24 outline-none md:border-x md:pb-12">
          {children}
        </main>
        <SideBar viewer={viewer} />
      </div>
      <TabBar viewer={viewer} />
    </>
  )
  return unread ? <UnreadProvider unread={unread}>{frame}</UnreadProvider> : frame
}
