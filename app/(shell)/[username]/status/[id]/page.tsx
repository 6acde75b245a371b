import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { StaleLink } from '@/components/layout/stale-link'
import { StructuredData } from '@/components/layout/structured-data'
import { deletedTweetPath, tweetPath } from '@/components/tweets/byline'
import { TweetThread } from '@/components/tweets/tweet-thread'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { toPosting } from '@/lib/structured-data/view'
import { getConversation, getHead } from '@/lib/tweets/conversation'

const load = cache(async (id: string) => getHead(await getViewer(), id))

export async function generateMetadata({ params }: PageProps<'/[username]/status/[id]'>): Promise<Metadata> {
  const [t, { tweet }] = await Promise.all([getWords('tweets'), show(load((await params).id))])
  if ('deleted' in tweet) return { title: t('deletedTitle'), robots: { index: false } }
  const { content, createdAt } = tweet
  const { name, username } = tweet.author
  return card({
    title: content ? t('title', { name, username, content }) : t('titleWithoutText', { name, username }),
    description: content || t('descriptionWithoutText', { name }),
    path: tweetPath(tweet),
    type: 'article',
    publishedTime: createdAt,
    image: `/cards/tweets/${tweet.id}`,
    alt: t('titleWithoutText', { name, username }),
  })
}

export default async function TweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]'>) {
  const { username, id } = await params
  const [t, viewer] = await Promise.all([getWords('tweets'), getViewer()])
  const conversation = await show(unlessStale(getConversation(viewer, id, await cursorOf(searchParams))))
  const path = conversation && ('deleted' in conversation.tweet ? deletedTweetPath(conversation.tweet) : tweetPath(conversation.tweet))
  if (path && path !== `/${username}/status/${id}`) redirect(path)
  return (
    <>
      <PageHeader title={t('tweet')} back={username === 'i' ? '/' : `/${username}`} />
      {conversation && !('deleted' in conversation.tweet) && <StructuredData data={toPosting(conversation.tweet)} />}
      {conversation ? <TweetThread viewer={viewer} conversation={conversation} /> : <StaleLink href={`/${username}/status/${id}`} />}
    </>
  )
}
