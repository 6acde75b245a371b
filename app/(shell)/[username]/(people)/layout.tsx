import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { getWords } from '@/lib/http/look'
import { getViewer, show } from '@/lib/http/page'
import { getUser } from '@/lib/users/queries'

export default async function PeopleLayout({ params, children }: LayoutProps<'/[username]'>) {
  const { name, username } = await show(getUser(await getViewer(), (await params).username))
  const t = await getWords('users')
  const tabs = [
    { href: `/${username}/followers`, label: t('followers') },
    { href: `/${username}/following`, label: t('following') },
  ]
  return (
    <>
      <PageHeader title={<bdi>{name}</bdi>} note={<bdi>@{username}</bdi>} back={`/${username}`} />
      <Tabs label={t('peopleAround', { username })} tabs={tabs} />
      {children}
    </>
  )
}
