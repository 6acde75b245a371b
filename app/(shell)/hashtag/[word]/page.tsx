import type { Metadata } from 'next'
import { loadHashtag } from '@/app/(shell)/hashtag/[word]/load'
import { HashtagTweets } from '@/app/(shell)/hashtag/[word]/tweets'
import { card } from '@/components/layout/metadata'
import { getWords } from '@/lib/http/look'

export async function generateMetadata({ params }: PageProps<'/hashtag/[word]'>): Promise<Metadata> {
  const { word, hashtag } = await loadHashtag(params)
  if (!hashtag) return { title: `#${word}`, robots: { index: false } }
  const t = await getWords('hashtags')
  return card({
    title: `#${hashtag.display}`,
    description: t('about', { tag: hashtag.display }),
    path: `/hashtag/${encodeURIComponent(hashtag.word)}`,
    feeds: `/hashtag/${encodeURIComponent(hashtag.word)}`,
  })
}

export default function HashtagPage({ params, searchParams }: PageProps<'/hashtag/[word]'>) {
  return <HashtagTweets sort="latest" params={params} searchParams={searchParams} />
}
