import type { Metadata } from 'next'
import { loadCompose } from '@/app/(shell)/compose/load'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { Composing, composeTitle } from '@/components/tweets/composing'
import { getWords } from '@/lib/http/look'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('tweets')
  return { title: t('write') }
}

export default async function ComposePage({ searchParams }: PageProps<'/compose'>) {
  const [composed, t] = await Promise.all([loadCompose(searchParams), getWords('tweets')])
  const about = composed.answered ?? composed.quoted
  return (
    <>
      <PageHeader title={t(composeTitle(composed))} back={about ? tweetPath(about) : '/home'} />
      <Composing {...composed} returnTo={composed.answered ? tweetPath(composed.answered) : '/home'} />
    </>
  )
}
