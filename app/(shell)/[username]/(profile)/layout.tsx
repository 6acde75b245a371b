import { PageHeader } from '@/components/layout/page-header'
import { counted } from '@/components/ui/count'
import { Tabs } from '@/components/ui/tabs'
import { ProfileHeader } from '@/components/users/profile-header'
import { Blocked, Muted } from '@/components/users/standing'
import { getViewer, show } from '@/lib/http/page'
import { getUser } from '@/lib/users/queries'

export default async function ProfileLayout({ params, children }: LayoutProps<'/[username]'>) {
  const viewer = await getViewer()
  const user = await show(getUser(viewer, (await params).username))
  const tabs = [
    { href: `/${user.username}`, label: 'Tweets' },
    { href: `/${user.username}/replies`, label: 'Replies' },
    { href: `/${user.username}/media`, label: 'Media' },
    { href: `/${user.username}/likes`, label: 'Likes' },
  ]
  return (
    <>
      <PageHeader title={<bdi>{user.name}</bdi>} note={counted(user.tweetsCount, 'tweet', 'tweets')} back="/explore" />
      <ProfileHeader viewer={viewer} user={user} />
      {user.viewer?.muting && <Muted username={user.username} />}
      {user.viewer?.blocking ? (
        <Blocked username={user.username} />
      ) : (
        <>
          <Tabs label={`What @${user.username} wrote and likes`} tabs={tabs} />
          {children}
        </>
      )}
    </>
  )
}
