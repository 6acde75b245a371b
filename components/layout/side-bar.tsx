import Link from 'next/link'
import { Footer } from '@/components/layout/footer'
import { SearchBox } from '@/components/search/search-box'
import { buttonLook } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Viewer } from '@/lib/auth/viewer'

/** What stands beside the page on a wide screen. */
export function SideBar({ viewer }: { viewer: Viewer | null }) {
  return (
    <aside aria-label="About Linnet" className="sticky top-0 hidden h-dvh w-aside shrink-0 space-y-4 overflow-y-auto py-4 ps-5 lg:block">
      <SearchBox />
      {viewer ? (
        <Panel aria-labelledby="about-linnet">
          <h2 id="about-linnet" className="font-bold text-lg">
            A small bird with a voice
          </h2>
          <p className="mt-1 text-ink-muted">
            Say it in 250 characters. Newest first, nothing promoted, and the whole place is yours to run.
          </p>
        </Panel>
      ) : (
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
      <Footer />
    </aside>
  )
}
