import { loadHashtag } from '@/app/(shell)/hashtag/[word]/load'
import { HashtagHeader } from '@/components/hashtags/hashtag-header'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'

export default async function HashtagLayout({ params, children }: LayoutProps<'/hashtag/[word]'>) {
  const { word, hashtag } = await loadHashtag(params)
  const path = `/hashtag/${(await params).word}`
  const tabs = [
    { href: path, label: 'Latest' },
    { href: `${path}/top`, label: 'Top' },
  ]
  return (
    <>
      <PageHeader title={<bdi>#{hashtag?.display ?? word}</bdi>} back="/explore" />
      {hashtag && <HashtagHeader hashtag={hashtag} />}
      {hashtag && <Tabs label={`Tweets with #${hashtag.display}`} tabs={tabs} />}
      {children}
    </>
  )
}
