import { loadHashtag } from '@/app/(shell)/hashtag/[word]/load'
import { HashtagHeader } from '@/components/hashtags/hashtag-header'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { getWords } from '@/lib/http/look'

export default async function HashtagLayout({ params, children }: LayoutProps<'/hashtag/[word]'>) {
  const [t, { word, hashtag }] = await Promise.all([getWords('hashtags'), loadHashtag(params)])
  const path = `/hashtag/${(await params).word}`
  const tabs = [
    { href: path, label: t('latest') },
    { href: `${path}/top`, label: t('top') },
  ]
  return (
    <>
      <PageHeader title={<bdi>#{hashtag?.display ?? word}</bdi>} back="/explore" />
      {hashtag && <HashtagHeader hashtag={hashtag} />}
      {hashtag && <Tabs label={t('tweetsWith', { tag: hashtag.display })} tabs={tabs} />}
      {children}
    </>
  )
}
