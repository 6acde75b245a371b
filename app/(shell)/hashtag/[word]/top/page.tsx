import type { Metadata } from 'next'
import { loadHashtag } from '@/app/(shell)/hashtag/[word]/load'
import { HashtagTweets } from '@/app/(shell)/hashtag/[word]/tweets'
import { card } from '@/components/layout/metadata'
import { getWords } from '@/lib/http/look'

export async function generateMetadata({ params }: PageProps<'/hashtag/[word]/top'>): Promise<Metadata> {
  const [t, { word, hashtag }] = await Promise.all([getWords('hashtags'), loadHashtag(params)])
  if (!hashtag) return { title: t('topTitle', { tag: word }), robots: { index: false } }
  return card({
    title: t('topTitle', { tag: hashtag.display }),
    description: t('topAbout', { tag: hashtag.display }),
    path: `/hashtag/${encodeURIComponent(hashtag.word)}/top`,
    feeds: `/hashtag/${encodeURIComponent(hashtag.word)}`,
  })
}

export default function TopPage({ params, searchParams }: PageProps<'/hashtag/[word]/top'>) {
  return <HashtagTweets sort="top" params={params} searchParams={searchParams} />
}
