import type { ReactNode } from 'react'
import { NavRail } from '@/components/layout/nav-rail'
import { SideBar } from '@/components/layout/side-bar'
import { TabBar } from '@/components/layout/tab-bar'
import { TopBar } from '@/components/layout/top-bar'
import { UnreadProvider } from '@/components/notifications/unread'
import type { Viewer } from '@/lib/auth/viewer'
import type { Hashtag } from '@/lib/hashtags/schema'

/** Of fixed widths, so that the page stands where it will stand before what goes beside it has come. */
const COLUMNS = `group/shell grid grid-cols-[minmax(0,theme(maxWidth.column))] justify-center
  md:grid-cols-[theme(width.rail)_minmax(0,theme(maxWidth.column))]
  lg:grid-cols-[theme(width.rail)_minmax(0,theme(maxWidth.column))_theme(width.aside)]
  xl:grid-cols-[theme(width.rail-wide)_minmax(0,theme(maxWidth.column))_theme(width.aside)]`

type Props = { viewer: Viewer | null; unread: { count: number } | null; trends: Hashtag[]; children: ReactNode }

/** Every page's frame: navigation, the page in a column, and on wide screens what goes beside it. */
export function AppShell({ viewer, unread, trends, children }: Props) {
  const frame = (
    <>
      <TopBar viewer={viewer} />
      <div className={COLUMNS}>
        <NavRail viewer={viewer} />
        <main id="main" tabIndex={-1} className="min-h-dvh min-w-0 border-line pb-24 outline-none md:border-x md:pb-12">
          {children}
        </main>
        <SideBar viewer={viewer} trends={trends} />
      </div>
      <TabBar viewer={viewer} />
    </>
  )
  return unread ? <UnreadProvider unread={unread}>{frame}</UnreadProvider> : frame
}
