import { loadHashtag } from '@/app/(shell)/hashtag/[word]/load'
import { cursorOf, unlessStale } from '@/app/paging'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { listHashtagTweets } from '@/lib/hashtags/queries'
import { getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'

type Props = {
  sort: 'latest' | 'top'
  params: Promise<{ word: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The tweets of a hashtag's page in this order. */
export async function HashtagTweets({ sort, params, searchParams }: Props) {
  const [t, viewer] = await Promise.all([getWords('hashtags'), getViewer()])
  const { word, hashtag } = await loadHashtag(params)
  const tag = hashtag?.display ?? word
  const page = hashtag
    ? await unlessStale(listHashtagTweets(viewer, hashtag.word, { sort, ...(await cursorOf(searchParams)) }))
    : { items: [], nextCursor: null }
  return (
    <TweetList
      label={t(sort === 'top' ? 'topTweetsWith' : 'tweetsWith', { tag })}
      path={`/hashtag/${(await params).word}${sort === 'top' ? '/top' : ''}`}
      viewer={viewer}
      page={page}
      empty={<EmptyState title={t('empty', { tag })}>{t('emptyText')}</EmptyState>}
    />
  )
}
