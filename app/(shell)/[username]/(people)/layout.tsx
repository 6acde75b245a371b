import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { getViewer, show } from '@/lib/http/page'
import { getUser } from '@/lib/users/queries'

export default async function PeopleLayout({ params, children }: LayoutProps<'/[username]'>) {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  const tabs = [
    { href: `/${username}/followers`, label: 'Followers' },
    { href: `/${username}/following`, label: 'Following' },
  ]
  return (
    <>
      <PageHeader title={<bdi>{name}</bdi>} note={`@${username}`} back={`/${username}`} />
      <Tabs label={`People around @${username}`} tabs={tabs} />
      {children}
    </>
  )
}
