import { redirect } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { tweetPath } from '@/components/tweets/byline'
import { Tabs } from '@/components/ui/tabs'
import { getViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'

export default async function ActsLayout({ params, children }: LayoutProps<'/[username]/status/[id]'>) {
  const { username, id } = await params
  const tweet = await show(getTweet(await getViewer(), id))
  const path = tweetPath(tweet)
  if (tweet.author.username !== username) redirect(path)
  const tabs = [
    { href: `${path}/retweets`, label: 'Retweets' },
    { href: `${path}/quotes`, label: 'Quotes' },
    { href: `${path}/likes`, label: 'Likes' },
  ]
  return (
    <>
      <PageHeader title="Reactions" note={`to a tweet by @${username}`} back={path} />
      <Tabs label="Reactions to this tweet" tabs={tabs} />
      {children}
    </>
  )
}
