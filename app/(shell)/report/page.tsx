import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ComponentProps } from 'react'
import { PageHeader } from '@/components/layout/page-header'
import { ReportForm } from '@/components/reports/report-form'
import { tweetPath } from '@/components/tweets/byline'
import { QuoteCard } from '@/components/tweets/quote-card'
import { getWords, useTemplates } from '@/lib/http/look'
import { requireViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'
import { getOther } from '@/lib/users/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('moderation')
  return { title: t('report') }
}

export default async function ReportPage({ searchParams }: PageProps<'/report'>) {
  const { tweet, user } = await searchParams
  return typeof tweet === 'string' ? <ReportTweet id={tweet} /> : <ReportPerson username={user} />
}

async function ReportTweet({ id }: { id: string }) {
  const t = await getWords('moderation')
  const viewer = await requireViewer(`/report?${new URLSearchParams({ tweet: id })}`)
  const tweet = await show(getTweet(viewer, id))
  if (tweet.author.id === viewer.id) notFound()
  return (
    <>
      <PageHeader title={t('reportTweet')} back={tweetPath(tweet)} />
      <div className="px-4 pt-2">
        <QuoteCard quote={tweet} />
      </div>
      <Form about={{ name: 'tweetId', value: tweet.id }} back={tweetPath(tweet)} />
    </>
  )
}

async function ReportPerson({ username: asked }: { username: string | string[] | undefined }) {
  const t = await getWords('moderation')
  const viewer = await requireViewer(typeof asked === 'string' ? `/report?${new URLSearchParams({ user: asked })}` : '/home')
  if (typeof asked !== 'string' || asked.toLowerCase() === viewer.username.toLowerCase()) notFound()
  const { username } = await show(getOther(viewer, asked, 'report'))
  return (
    <>
      <PageHeader title={t('reportPerson', { username })} back={`/${username}`} />
      <Form about={{ name: 'username', value: username }} back={`/${username}`} />
    </>
  )
}

function Form(props: Omit<ComponentProps<typeof ReportForm>, 'words'>) {
  return <ReportForm {...props} words={useTemplates('moderationForms')} />
}
