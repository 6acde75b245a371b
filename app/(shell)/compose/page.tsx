import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { Composer } from '@/components/tweets/composer'
import { PlainImages } from '@/components/tweets/plain-images'
import { QuoteCard } from '@/components/tweets/quote-card'
import { TweetCard } from '@/components/tweets/tweet-card'
import { Avatar } from '@/components/ui/avatar'
import { requireViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'
import { TWEET_MAX_CHARACTERS } from '@/lib/tweets/schema'

export const metadata: Metadata = { title: 'Write a tweet' }

export default async function ComposePage({ searchParams }: PageProps<'/compose'>) {
  const { replyTo, quote } = await searchParams
  const viewer = await requireViewer(composePath({ replyTo, quote }))
  const answered = replyTo === undefined ? null : await show(getTweet(viewer, replyTo))
  const quoted = quote === undefined ? null : await show(getTweet(viewer, quote))
  const about = answered ?? quoted
  return (
    <>
      <PageHeader title={answered ? 'Reply' : quoted ? 'Quote' : 'Write a tweet'} back={about ? tweetPath(about) : '/home'} />
      {answered && <TweetCard tweet={answered} thread="continues" />}
      <Composer
        avatar={<Avatar username={viewer.username} name={viewer.name} url={viewer.avatarUrl} />}
        max={TWEET_MAX_CHARACTERS}
        plainImages={<PlainImages />}
        replyTo={answered ? { id: answered.id, username: answered.author.username } : undefined}
        quote={quoted ? { id: quoted.id, card: <QuoteCard quote={quoted} /> } : undefined}
        returnTo={answered ? tweetPath(answered) : '/home'}
        focused
      />
    </>
  )
}

function composePath(about: Record<string, string | string[] | undefined>): string {
  const words = Object.entries(about).filter((word): word is [string, string] => typeof word[1] === 'string')
  return words.length > 0 ? `/compose?${new URLSearchParams(words)}` : '/compose'
}
