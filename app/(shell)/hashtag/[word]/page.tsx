import type { Metadata } from 'next'
import { cache } from 'react'
import { cursorOf, unlessStale } from '@/app/paging'
import { HashtagHeader } from '@/components/hashtags/hashtag-header'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { findHashtag, listHashtagTweets } from '@/lib/hashtags/queries'
import { getViewer } from '@/lib/http/page'

const load = cache(async (word: string) => findHashtag(await getViewer(), word))

export async function generateMetadata({ params }: PageProps<'/hashtag/[word]'>): Promise<Metadata> {
  const word = decode((await params).word)
  const hashtag = await load(word)
  if (!hashtag) return { title: `#${word}`, robots: { index: false } }
  const { display } = hashtag
  return card({
    title: `#${display}`,
    description: `What people write about #${display} on Linnet.`,
    path: `/hashtag/${encodeURIComponent(hashtag.word)}`,
  })
}

export default async function HashtagPage({ params, searchParams }: PageProps<'/hashtag/[word]'>) {
  const word = decode((await params).word)
  const viewer = await getViewer()
  const hashtag = await load(word)
  const empty = (
    <EmptyState title={`Nobody writes about #${hashtag?.display ?? word} yet`}>
      Use it in a tweet, and this page is yours to begin.
    </EmptyState>
  )
  const page = hashtag
    ? await unlessStale(listHashtagTweets(viewer, hashtag.word, await cursorOf(searchParams)))
    : { items: [], nextCursor: null }
  return (
    <>
      <PageHeader title={<bdi>#{hashtag?.display ?? word}</bdi>} back="/explore" />
      {hashtag && <HashtagHeader hashtag={hashtag} />}
      <TweetList
        label={`Tweets with #${hashtag?.display ?? word}`}
        path={`/hashtag/${encodeURIComponent(hashtag?.word ?? word)}`}
        viewer={viewer}
        page={page}
        empty={empty}
      />
    </>
  )
}

function decode(word: string): string {
  return decodeURIComponent(word).replace(/^[#＃]/, '')
}
