'use client'

import { KeptNotice } from '@/components/offline/kept-notice'
import { useViewerMark } from '@/components/offline/use-viewer-mark'
import { useWaiting } from '@/components/offline/use-waiting'
import { WaitingTweet } from '@/components/offline/waiting-tweet'
import { say } from '@/components/ui/say'

/** Everything for the time without a line, where the browser can; while one develops, files change behind their names. */
export function Outbox() {
  const able = 'serviceWorker' in navigator && process.env.NODE_ENV !== 'development'
  return able && <Waiting />
}

/** What one wrote without a line and waits to be sent, and a word on the page where it is one from before. */
function Waiting() {
  const tweets = useWaiting(useViewerMark())
  return (
    <div className="fixed inset-x-3 bottom-[calc(theme(spacing.tabs)+4.25rem)] z-40 mx-auto max-w-md space-y-2 md:inset-x-auto md:end-6 md:bottom-20 md:w-96">
      <KeptNotice />
      {tweets.length > 0 && (
        <section
          aria-label={say('waiting')}
          className="max-h-[40dvh] overflow-y-auto rounded-xl border border-line-strong bg-canvas shadow-lg"
        >
          <ul>
            {tweets.map((tweet) => (
              <WaitingTweet key={tweet.key} tweet={tweet} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
