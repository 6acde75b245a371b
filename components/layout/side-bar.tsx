import Link from 'next/link'
import { TrendList } from '@/components/hashtags/trend-list'
import { Footer } from '@/components/layout/footer'
import { SearchBox } from '@/components/search/search-box'
import { buttonLook } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Viewer } from '@/lib/auth/viewer'
import type { Hashtag } from '@/lib/hashtags/schema'

/** What stands beside the page on a wide screen. The hashtags are left out where the page itself begins with them. */
export function SideBar({ viewer, trends }: { viewer: Viewer | null; trends: Hashtag[] }) {
  return (
    <aside
      aria-label="Search and hashtags"
      className="sticky top-0 hidden h-dvh w-aside shrink-0 space-y-4 overflow-y-auto py-4 ps-5 lg:block"
    >
      <SearchBox />
      {!viewer && (
        <Panel aria-labelledby="new-here">
          <h2 id="new-here" className="font-bold text-lg">
            New to Linnet?
          </h2>
          <p className="mt-1 mb-4 text-ink-muted">Sign up to write, follow people and have a timeline of your own.</p>
          <div className="flex flex-col gap-2">
            <Link href="/signup" className={buttonLook()}>
              Sign up
            </Link>
            <Link href="/login" className={buttonLook({ variant: 'secondary' })}>
              Sign in
            </Link>
          </div>
        </Panel>
      )}
      {trends.length > 0 && (
        <Panel aria-labelledby="aside-trends" className="p-0 pt-3 pb-1 group-has-[#trends]/shell:hidden">
          <h2 id="aside-trends" className="px-4 pb-1 font-bold text-lg">
            Hashtags
          </h2>
          <TrendList hashtags={trends} />
          <Link href="/explore/hashtags" className="flex min-h-touch items-center px-4 text-accent text-sm hover:underline">
            All hashtags
          </Link>
        </Panel>
      )}
      <Footer />
    </aside>
  )
}
