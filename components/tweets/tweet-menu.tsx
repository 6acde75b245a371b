import { Ellipsis, Trash2 } from 'lucide'
import { useId } from 'react'
import { ReportLink } from '@/components/reports/report-link'
import { tweetPath } from '@/components/tweets/byline'
import { DeleteTweet } from '@/components/tweets/delete-tweet'
import { PinButton } from '@/components/tweets/pin-button'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import type { Tweet } from '@/lib/tweets/schema'

/** What else one can do with a tweet; nothing before one is signed in. */
export function TweetMenu({ tweet, returnTo }: { tweet: Tweet; returnTo?: string }) {
  const id = useId()
  if (!tweet.viewer) return null
  return (
    // Reaches up into the card's edge, so that it covers nothing of the text below.
    <div className="relative z-10 -me-2 -mt-3">
      <Menu
        id={id}
        label="More about this tweet"
        buttonClassName="grid h-9 w-9 place-items-center rounded-full pt-3 text-ink-muted hover:text-accent focus-visible:rounded-lg pointer-coarse:w-touch"
        button={<Icon node={Ellipsis} className="size-5" />}
      >
        {tweet.viewer.canDelete ? (
          <>
            <PinButton id={tweet.id} />
            <DeleteTweet id={tweet.id} path={tweetPath(tweet)} returnTo={returnTo}>
              <Icon node={Trash2} className="size-5" />
              Delete
            </DeleteTweet>
          </>
        ) : (
          <ReportLink about={{ tweet: tweet.id }} />
        )}
      </Menu>
    </div>
  )
}
