import type { Metadata } from 'next'
import { loadHashtag } from '@/app/(shell)/hashtag/[word]/load'
import { HashtagTweets } from '@/app/(shell)/hashtag/[word]/tweets'
import { card } from '@/components/layout/metadata'

export async function generateMetadata({ params }: PageProps<'/hashtag/[word]/top'>): Promise<Metadata> {
  const { word, hashtag } = await loadHashtag(params)
  if (!hashtag) return { title: `Top of #${word}`, robots: { index: false } }
  return card({
    title: `Top of #${hashtag.display}`,
    description: `What moved people most of what was written about #${hashtag.display} on Linnet.`,
    path: `/hashtag/${encodeURIComponent(hashtag.word)}/top`,
    feeds: `/hashtag/${encodeURIComponent(hashtag.word)}`,
  })
}

export default function TopPage({ params, searchParams }: PageProps<'/hashtag/[word]/top'>) {
  return <HashtagTweets sort="top" params={params} searchParams={searchParams} />
}
