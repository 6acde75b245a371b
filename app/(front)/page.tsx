import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cursorOf, unlessStale } from '@/app/paging'
import { Hero } from '@/components/layout/hero'
import { card } from '@/components/layout/metadata'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getViewer } from '@/lib/http/page'
import { listPublic } from '@/lib/timelines/queries'

export const metadata: Metadata = card({
  title: 'Linnet: a small bird with a voice',
  description: 'A calm microblog: 250 characters, newest first, nothing promoted.',
  path: '/',
  absolute: true,
})

export default async function FrontPage({ searchParams }: PageProps<'/'>) {
  if (await getViewer()) redirect('/home')
  const page = await unlessStale(listPublic(null, await cursorOf(searchParams)))
  return (
    <div className="mx-auto grid w-full max-w-shell grid-cols-1 gap-x-12 lg:grid-cols-[1fr_37.5rem]">
      <Hero />
      <div className="border-line border-t lg:border-x">
        <h2 className="border-line border-b px-4 py-4 font-bold text-lg">What people are saying</h2>
        <TweetList
          label="Newest tweets"
          path="/"
          viewer={null}
          page={page}
          empty={<EmptyState title="Nobody has written anything yet">The first tweet could be yours.</EmptyState>}
        />
      </div>
    </div>
  )
}
