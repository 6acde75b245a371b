import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { PageHeader } from '@/components/layout/page-header'
import { Composer } from '@/components/tweets/composer'
import { NewTweets } from '@/components/tweets/new-tweets'
import { NewestProvider } from '@/components/tweets/newest'
import { PlainImages } from '@/components/tweets/plain-images'
import { TweetList } from '@/components/tweets/tweet-list'
import { Avatar } from '@/components/ui/avatar'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { requireViewer } from '@/lib/http/page'
import { listHome } from '@/lib/timelines/queries'
import { TWEET_MAX_CHARACTERS } from '@/lib/tweets/schema'

export const metadata: Metadata = { title: 'Home' }

export default async function HomePage({ searchParams }: PageProps<'/home'>) {
  const viewer = await requireViewer('/home')
  const from = await cursorOf(searchParams)
  const page = await unlessStale(listHome(viewer, from))
  return (
    <NewestProvider since={page?.sinceCursor ?? ''}>
      <PageHeader title="Home">{page && from.cursor === undefined && <NewTweets list="timeline" />}</PageHeader>
      <Composer
        avatar={<Avatar username={viewer.username} name={viewer.name} url={viewer.avatarUrl} />}
        max={TWEET_MAX_CHARACTERS}
        plainImages={<PlainImages />}
      />
      <div id="timeline" tabIndex={-1} className="outline-none">
        <TweetList label="Your timeline" path="/home" viewer={viewer} page={page} empty={<Quiet />} />
      </div>
    </NewestProvider>
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
