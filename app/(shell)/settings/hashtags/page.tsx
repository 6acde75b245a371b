import type { Metadata } from 'next'
import { cursorOf, unlessStale } from '@/app/paging'
import { FollowHashtagControl } from '@/components/hashtags/follow-hashtag-control'
import { HashtagList } from '@/components/hashtags/hashtag-list'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { listFollowedHashtags } from '@/lib/hashtags/queries'
import { requireViewer } from '@/lib/http/page'

const PATH = '/settings/hashtags'

export const metadata: Metadata = { title: 'Followed hashtags' }

export default async function FollowedHashtagsPage({ searchParams }: PageProps<'/settings/hashtags'>) {
  const viewer = await requireViewer(PATH)
  const page = await unlessStale(listFollowedHashtags(viewer, await cursorOf(searchParams)))
  const empty = (
    <EmptyState title="You follow no hashtag">Follow one from its page, and its tweets come into your home timeline.</EmptyState>
  )
  return (
    <>
      <PageHeader title="Followed hashtags" back="/settings" />
      <HashtagList path={PATH} page={page} empty={empty} control={(hashtag) => <FollowHashtagControl hashtag={hashtag} />} />
    </>
  )
}
