import { TrendList } from '@/components/hashtags/trend-list'
import { Footer } from '@/components/layout/footer'
import { SearchBox } from '@/components/search/search-box'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import type { Viewer } from '@/lib/auth/viewer'
import type { Hashtag } from '@/lib/hashtags/schema'
import { useWords } from '@/lib/http/look'

/** What stands beside the page on a wide screen. The hashtags are left out where the page itself begins with them. */
export function SideBar({ viewer, trends }: { viewer: Viewer | null; trends: Hashtag[] }) {
  const t = useWords('layout')
  return (
    <aside aria-label={t('aside')} className="sticky top-0 hidden h-dvh w-aside shrink-0 space-y-4 overflow-y-auto py-4 ps-5 lg:block">
      <SearchBox />
      {!viewer && (
        <Panel aria-labelledby="new-here">
          <h2 id="new-here" className="font-bold text-lg">
            {t('newHere')}
          </h2>
          <p className="mt-1 mb-4 text-ink-muted">{t('whySignUp')}</p>
          <div className="flex flex-col gap-2">
            <Link href="/signup" className={buttonLook()}>
              {t('signUp')}
            </Link>
            <Link href="/login" className={buttonLook({ variant: 'secondary' })}>
              {t('signIn')}
            </Link>
          </div>
        </Panel>
      )}
      {trends.length > 0 && (
        <Panel flush aria-labelledby="aside-trends" className="pt-3 pb-1 group-has-[#trends]/shell:hidden">
          <h2 id="aside-trends" className="px-4 pb-1 font-bold text-lg">
            {t('hashtags')}
          </h2>
          <TrendList hashtags={trends} />
          <Link href="/explore/hashtags" className="flex min-h-touch items-center px-4 text-accent text-sm hover:underline">
            {t('allHashtags')}
          </Link>
        </Panel>
      )}
      <Footer />
    </aside>
  )
}
