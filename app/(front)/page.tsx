import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cursorOf, unlessStale } from '@/app/paging'
import { Hero } from '@/components/layout/hero'
import { card } from '@/components/layout/metadata'
import { TweetList } from '@/components/tweets/tweet-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'
import { listPublic } from '@/lib/timelines/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('auth')
  return card({ title: t('front'), description: t('frontAbout'), path: '/', absolute: true })
}

export default async function FrontPage({ searchParams }: PageProps<'/'>) {
  if (await getViewer()) redirect('/home')
  const t = await getWords('auth')
  const page = await unlessStale(listPublic(null, await cursorOf(searchParams)))
  return (
    <div className="mx-auto grid w-full max-w-shell grid-cols-1 gap-x-12 lg:grid-cols-[1fr_37.5rem]">
      <Hero />
      <div className="border-line border-t lg:border-x">
        <h2 className="border-line border-b px-4 py-4 font-bold text-lg">{t('saying')}</h2>
        <TweetList
          label={t('newest')}
          path="/"
          viewer={null}
          page={page}
          empty={<EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>}
        />
      </div>
    </div>
  )
}
