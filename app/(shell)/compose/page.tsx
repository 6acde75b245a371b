import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { Composer } from '@/components/tweets/composer'
import { TweetCard } from '@/components/tweets/tweet-card'
import { requireViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'
import { TWEET_MAX_CHARACTERS } from '@/lib/tweets/schema'

export const metadata: Metadata = { title: 'Write a tweet' }

export default async function ComposePage({ searchParams }: PageProps<'/compose'>) {
  const { replyTo } = await searchParams
  const viewer = await requireViewer(typeof replyTo === 'string' ? `/compose?replyTo=${encodeURIComponent(replyTo)}` : '/compose')
  const answered = replyTo === undefined ? null : await show(getTweet(viewer, replyTo))
  return (
    <>
      <PageHeader title={answered ? 'Reply' : 'Write a tweet'} back={answered ? tweetPath(answered) : '/home'} />
      {answered && <TweetCard tweet={answered} thread="continues" />}
      <Composer
        me={viewer}
        max={TWEET_MAX_CHARACTERS}
        replyTo={answered ? { id: answered.id, username: answered.author.username } : undefined}
        returnTo={answered ? tweetPath(answered) : '/home'}
        focused
      />
    </>
  )
}
