import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { DeleteForm } from '@/components/tweets/delete-form'
import { TweetCard } from '@/components/tweets/tweet-card'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { getWords } from '@/lib/http/look'
import { requireViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('tweets')
  return { title: t('deleteTitle') }
}

export default async function DeleteTweetPage({ params }: PageProps<'/[username]/status/[id]/delete'>) {
  const { username, id } = await params
  const tweet = await show(getTweet(await requireViewer(`/${username}/status/${id}/delete`), id))
  if (!tweet.viewer?.canDelete) notFound()
  const t = await getWords('tweets')
  return (
    <>
      <PageHeader title={t('deleteTitle')} back={tweetPath(tweet)} />
      <TweetCard tweet={tweet} />
      <div className="space-y-4 p-4">
        <p>{t('deleteText')}</p>
        <div className="flex flex-wrap items-end gap-2">
          <Link href={tweetPath(tweet)} className={buttonLook({ variant: 'secondary' })}>
            {t('cancel')}
          </Link>
          <DeleteForm id={tweet.id} returnTo={`/${tweet.author.username}`} label={t('delete')} />
        </div>
      </div>
    </>
  )
}
