import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { DeleteForm } from '@/components/tweets/delete-form'
import { TweetCard } from '@/components/tweets/tweet-card'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { requireViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'

export const metadata: Metadata = { title: 'Delete this tweet?' }

export default async function DeleteTweetPage({ params }: PageProps<'/[username]/status/[id]/delete'>) {
  const { username, id } = await params
  const tweet = await show(getTweet(await requireViewer(`/${username}/status/${id}/delete`), id))
  if (!tweet.viewer?.canDelete) notFound()
  return (
    <>
      <PageHeader title="Delete this tweet?" back={tweetPath(tweet)} />
      <TweetCard tweet={tweet} />
      <div className="space-y-4 p-4">
        <p>It goes from every timeline and cannot be brought back. Replies to it stay.</p>
        <div className="flex flex-wrap items-end gap-2">
          <Link href={tweetPath(tweet)} className={buttonLook({ variant: 'secondary' })}>
            Cancel
          </Link>
          <DeleteForm id={tweet.id} returnTo={`/${tweet.author.username}`} />
        </div>
      </div>
    </>
  )
}
