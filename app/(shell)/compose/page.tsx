import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { ComposerPanel } from '@/components/tweets/composer-panel'
import { QuoteCard } from '@/components/tweets/quote-card'
import { TweetCard } from '@/components/tweets/tweet-card'
import { getWords } from '@/lib/http/look'
import { requireViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('tweets')
  return { title: t('write') }
}

export default async function ComposePage({ searchParams }: PageProps<'/compose'>) {
  const { replyTo, quote } = await searchParams
  const viewer = await requireViewer(composePath({ replyTo, quote }))
  const answered = replyTo === undefined ? null : await show(getTweet(viewer, replyTo))
  const quoted = quote === undefined ? null : await show(getTweet(viewer, quote))
  const about = answered ?? quoted
  const t = await getWords('tweets')
  return (
    <>
      <PageHeader title={t(answered ? 'reply' : quoted ? 'quote' : 'write')} back={about ? tweetPath(about) : '/home'} />
      {answered && <TweetCard tweet={answered} thread="continues" />}
      <ComposerPanel
        viewer={viewer}
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
