import type { Metadata } from 'next'
import { Bird } from '@/components/layout/bird'
import { Wordmark } from '@/components/layout/wordmark'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { getWords, useWords } from '@/lib/http/look'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('layout')
  return { title: t('offline'), robots: { index: false } }
}

/** What the service worker shows in place of a page that it has not; without scripts, so that nothing is missing. */
export default function OfflinePage() {
  const t = useWords('layout')
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-column flex-col px-4">
      <header className="flex h-16 items-center">
        <a href="/home" aria-label={t('offlineHome')} className="flex min-h-touch items-center">
          <Wordmark />
        </a>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col justify-center pb-16 outline-none">
        <h1 className="sr-only">{t('offline')}</h1>
        <EmptyState
          title={t('offlineTitle')}
          icon={<Bird className="size-14 text-ink-muted" />}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              {/* biome-ignore lint/a11y/useValidAnchor: the address that was asked for, whatever it is */}
              <a href="" className={buttonLook()}>
                {t('retry')}
              </a>
              <a href="/home" className={buttonLook({ variant: 'secondary' })}>
                {t('timeline')}
              </a>
            </span>
          }
        >
          {t('offlineText')}
        </EmptyState>
      </main>
    </div>
  )
}
