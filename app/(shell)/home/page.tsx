import type { Metadata } from 'next'
import Link from 'next/link'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { Composer } from '@/components/tweets/composer'
import { TweetList } from '@/components/tweets/tweet-list'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/lib/http/page'
import { listHome } from '@/lib/timelines/queries'
import { TWEET_MAX_CHARACTERS } from '@/lib/tweets/schema'

export const metadata: Metadata = { title: 'Home' }

export default async function HomePage({ searchParams }: PageProps<'/home'>) {
  const viewer = await requireViewer('/home')
  const page = await unlessStale(listHome(viewer, await cursorOf(searchParams)))
  return (
    <>
      <PageHeader title="Home" />
      <Composer me={viewer} max={TWEET_MAX_CHARACTERS} />
      <TweetList label="Your timeline" path="/home" viewer={viewer} page={page} empty={<Quiet />} />
    </>
  )
}

function Quiet() {
  return (
    <EmptyState
      title="It is quiet here"
      action={
        <Link href="/explore" className={buttonLook()}>
          Find people
        </Link>
      }
    >
      Write your first tweet, or follow somebody: what they write appears here.
    </EmptyState>
  )
}
