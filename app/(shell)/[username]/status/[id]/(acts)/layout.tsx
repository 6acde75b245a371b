import { redirect } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { Tabs } from '@/components/ui/tabs'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'

export default async function ActsLayout({ params, children }: LayoutProps<'/[username]/status/[id]'>) {
  const { username, id } = await params
  const t = await getWords('tweets')
  const tweet = await show(getTweet(await getViewer(), id))
  const path = tweetPath(tweet)
  if (tweet.author.username !== username) redirect(path)
  const tabs = [
    { href: `${path}/retweets`, label: t('retweets') },
    { href: `${path}/quotes`, label: t('quotes') },
    { href: `${path}/likes`, label: t('likes') },
  ]
  return (
    <>
      <PageHeader title={t('reactions')} note={t('reactionsTo', { username })} back={path} />
      <Tabs label={t('reactionsToThis')} tabs={tabs} />
      {children}
    </>
  )
}
