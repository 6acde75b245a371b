import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { ProfileHeader } from '@/components/users/profile-header'
import { Blocked, Muted } from '@/components/users/standing'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { getUser } from '@/lib/users/queries'

export default async function ProfileLayout({ params, children }: LayoutProps<'/[username]'>) {
  const viewer = await getViewer()
  const user = await show(getUser(viewer, (await params).username))
  const t = await getWords('users')
  const tabs = [
    { href: `/${user.username}`, label: t('tweets') },
    { href: `/${user.username}/replies`, label: t('replies') },
    { href: `/${user.username}/media`, label: t('media') },
    { href: `/${user.username}/likes`, label: t('likes') },
  ]
  return (
    <>
      <PageHeader title={<bdi>{user.name}</bdi>} note={t('tweetsOf', { count: user.tweetsCount })} back="/explore" />
      <ProfileHeader viewer={viewer} user={user} />
      {user.viewer?.muting && <Muted username={user.username} />}
      {user.viewer?.blocking ? (
        <Blocked username={user.username} />
      ) : (
        <>
          <Tabs label={t('profileTabs', { username: user.username })} tabs={tabs} />
          {children}
        </>
      )}
    </>
  )
}
