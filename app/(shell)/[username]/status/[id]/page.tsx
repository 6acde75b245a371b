import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { StaleLink } from '@/components/layout/stale-link'
import { tweetPath } from '@/components/tweets/byline'
import { TweetThread } from '@/components/tweets/tweet-thread'
import { getViewer, show } from '@/lib/http/page'
import { getThread, getTweet } from '@/lib/tweets/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/status/[id]'>): Promise<Metadata> {
  const tweet = await show(getTweet(await getViewer(), (await params).id))
  const { author, content } = tweet
  return card({
    title: `${author.name} (@${author.username}): “${content}”`,
    description: content,
    path: tweetPath(tweet),
    type: 'article',
  })
}

export default async function TweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]'>) {
  const { username, id } = await params
  const viewer = await getViewer()
  const thread = await show(unlessStale(getThread(viewer, id, await cursorOf(searchParams))))
  if (thread && thread.tweet.author.username !== username) redirect(tweetPath(thread.tweet))
  return (
    <>
      <PageHeader title="Tweet" back={`/${username}`} />
      {thread ? <TweetThread viewer={viewer} thread={thread} /> : <StaleLink href={`/${username}/status/${id}`} />}
    </>
  )
}
