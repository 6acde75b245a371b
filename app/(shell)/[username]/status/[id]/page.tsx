import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cursorOf, unlessStale } from '@/app/paging'
import { card } from '@/components/layout/metadata'
import { PageHeader } from '@/components/layout/page-header'
import { StaleLink } from '@/components/layout/stale-link'
import { tweetPath } from '@/components/tweets/byline'
import { TweetThread } from '@/components/tweets/tweet-thread'
import { getViewer, show } from '@/lib/http/page'
import { getConversation } from '@/lib/tweets/conversation'
import { getTweet } from '@/lib/tweets/queries'

export async function generateMetadata({ params }: PageProps<'/[username]/status/[id]'>): Promise<Metadata> {
  const tweet = await show(getTweet(await getViewer(), (await params).id))
  const { author, content } = tweet
  return card({
    title: content ? `${author.name} (@${author.username}): “${content}”` : `A tweet by ${author.name} (@${author.username})`,
    description: content || `A tweet by ${author.name} on Linnet.`,
    path: tweetPath(tweet),
    type: 'article',
  })
}

export default async function TweetPage({ params, searchParams }: PageProps<'/[username]/status/[id]'>) {
  const { username, id } = await params
  const viewer = await getViewer()
  const conversation = await show(unlessStale(getConversation(viewer, id, await cursorOf(searchParams))))
  if (conversation && conversation.tweet.author.username !== username) redirect(tweetPath(conversation.tweet))
  return (
    <>
      <PageHeader title="Tweet" back={`/${username}`} />
      {conversation ? <TweetThread viewer={viewer} conversation={conversation} /> : <StaleLink href={`/${username}/status/${id}`} />}
    </>
  )
}
