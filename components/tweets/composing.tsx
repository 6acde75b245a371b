import { ComposerPanel } from '@/components/tweets/composer-panel'
import { QuoteCard } from '@/components/tweets/quote-card'
import { TweetCard } from '@/components/tweets/tweet-card'
import type { Viewer } from '@/lib/auth/viewer'
import type { Tweet } from '@/lib/tweets/schema'
import type { Key } from '@/lib/words/catalogue'

type About = { answered: Tweet | null; quoted: Tweet | null }

type Props = About & { viewer: Viewer; returnTo?: string }

/** What one is about to do, as a key of the area `tweets`. */
export function composeTitle({ answered, quoted }: About): Key<'tweets'> {
  if (answered) return 'reply'
  return quoted ? 'quote' : 'write'
}

/** The tweet that one answers, and where one writes. */
export function Composing({ viewer, answered, quoted, returnTo }: Props) {
  return (
    <>
      {answered && <TweetCard tweet={answered} thread="continues" still />}
      <ComposerPanel
        viewer={viewer}
        replyTo={answered ? { id: answered.id, username: answered.author.username } : undefined}
        quote={quoted ? { id: quoted.id, card: <QuoteCard quote={quoted} /> } : undefined}
        returnTo={returnTo}
        focused
      />
    </>
  )
}
