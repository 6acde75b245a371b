import { Ellipsis, Link2, Trash2 } from 'lucide'
import { useId } from 'react'
import { ReportLink } from '@/components/reports/report-link'
import { tweetPath } from '@/components/tweets/byline'
import { PinButton } from '@/components/tweets/pin-button'
import { Icon } from '@/components/ui/icon'
import { Menu, menuItemLook } from '@/components/ui/menu'
import { useTemplates, useWords } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'
import { fill } from '@/lib/words/fill'

/** What else one can do with a tweet; nothing before one is signed in. */
export function TweetMenu({ tweet, returnTo }: { tweet: Tweet; returnTo?: string }) {
  const id = useId()
  const [t, words] = [useWords('tweets'), useTemplates('acts')]
  if (!tweet.viewer) return null
  return (
    // Reaches up into the card's edge, so that it covers nothing of the text below.
    <div className="relative z-10 -me-2 -mt-3">
      <Menu id={id} label={t('more')} buttonClassName="tweet-more" button={<Icon node={Ellipsis} className="size-5" />}>
        <button type="button" data-copy={tweetPath(tweet)} className={menuItemLook('noscript:hidden')}>
          <Icon node={Link2} className="size-5" />
          {fill(words, 'copyLink')}
        </button>
        {tweet.viewer.canDelete ? (
          <>
            <PinButton id={tweet.id} words={words} />
            <a href={`${tweetPath(tweet)}/delete`} data-delete={tweet.id} data-return-to={returnTo} className={menuItemLook('text-danger')}>
              <Icon node={Trash2} className="size-5" />
              {t('delete')}
            </a>
          </>
        ) : (
          <ReportLink about={{ tweet: tweet.id }} />
        )}
      </Menu>
    </div>
  )
}
