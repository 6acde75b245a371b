import { Ellipsis } from 'lucide-react'
import { useId } from 'react'
import { tweetPath } from '@/components/tweets/byline'
import { DeleteTweet } from '@/components/tweets/delete-tweet'
import { PinButton } from '@/components/tweets/pin-button'
import { Menu } from '@/components/ui/menu'
import type { Tweet } from '@/lib/tweets/schema'

/** What else one can do with a tweet; nothing is shown to those who can do nothing else. */
export function TweetMenu({ tweet, returnTo }: { tweet: Tweet; returnTo?: string }) {
  const id = useId()
  if (!tweet.viewer?.canDelete) return null
  return (
    <div className="relative z-10 -me-2 -mt-1.5 -mb-1.5 pointer-coarse:-mb-3.5">
      <Menu
        id={id}
        label="More about this tweet"
        buttonClassName="grid size-9 place-items-center rounded-full text-ink-muted hover:bg-accent-soft hover:text-accent focus-visible:rounded-full pointer-coarse:size-touch"
        button={<Ellipsis aria-hidden="true" className="size-5" />}
      >
        <PinButton id={tweet.id} />
        <DeleteTweet id={tweet.id} path={tweetPath(tweet)} returnTo={returnTo} />
      </Menu>
    </div>
  )
}
