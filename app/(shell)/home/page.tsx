import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { ComposerPanel } from '@/components/tweets/composer-panel'
import { NewTweets } from '@/components/tweets/new-tweets'
import { NewestProvider } from '@/components/tweets/newest'
import { TweetList } from '@/components/tweets/tweet-list'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { getWords, useTemplates, useWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { listHome } from '@/lib/timelines/queries'

export async function generateMetadata(): Promise<Metadata> {
  const layout = await getWords('layout')
  return { title: layout('home') }
}

export default async function HomePage({ searchParams }: PageProps<'/home'>) {
  const viewer = await requireViewer('/home')
  const from = await cursorOf(searchParams)
  const page = await unlessStale(listHome(viewer, from))
  const [t, layout] = await Promise.all([getWords('tweets'), getWords('layout')])
  return (
    <NewestProvider since={page?.sinceCursor ?? ''}>
      <PageHeader title={layout('home')}>{page && from.cursor === undefined && <News list="timeline" />}</PageHeader>
      <ComposerPanel viewer={viewer} />
      <div id="timeline" tabIndex={-1} className="outline-none">
        <TweetList label={t('yourTimeline')} path="/home" viewer={viewer} page={page} empty={<Quiet />} />
      </div>
    </NewestProvider>
  )
}

function News({ list }: { list: string }) {
  return <NewTweets list={list} words={useTemplates('acts')} />
}

function Quiet() {
  const t = useWords('tweets')
  return (
    <EmptyState
      title={t('quietTitle')}
      action={
        <Link href="/explore" className={buttonLook()}>
          {t('findPeople')}
        </Link>
      }
    >
      {t('quietText')}
    </EmptyState>
  )
}
