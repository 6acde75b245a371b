import type { Metadata } from 'next'
import { Bird } from '@/components/layout/bird'
import { Wordmark } from '@/components/layout/wordmark'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export const metadata: Metadata = { title: 'Offline', robots: { index: false } }

/** What the service worker shows in place of a page that it has not; without scripts, so that nothing is missing. */
export default function OfflinePage() {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-column flex-col px-4">
      <header className="flex h-16 items-center">
        <a href="/home" aria-label="Linnet, your timeline" className="flex min-h-touch items-center">
          <Wordmark />
        </a>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col justify-center pb-16 outline-none">
        <h1 className="sr-only">Offline</h1>
        <EmptyState
          title="There is no line"
          icon={<Bird className="size-14 text-ink-muted" />}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              {/* biome-ignore lint/a11y/useValidAnchor: the address that was asked for, whatever it is */}
              <a href="" className={buttonLook()}>
                Try again
              </a>
              <a href="/home" className={buttonLook({ variant: 'secondary' })}>
                Your timeline
              </a>
            </span>
          }
        >
          Linnet cannot be reached right now. Your timeline is here as you last saw it, and what you write there is sent when the line is
          back.
        </EmptyState>
      </main>
    </div>
  )
}
