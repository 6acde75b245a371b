import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PersonControl } from '@/components/users/person-control'
import { Blocked } from '@/components/users/standing'
import { getWords } from '@/lib/http/look'
import { requireViewer, show } from '@/lib/http/page'
import { getUser } from '@/lib/users/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('users')
  return { title: t('blockPage') }
}

export default async function BlockPage({ params }: PageProps<'/[username]/block'>) {
  const viewer = await requireViewer(`/${(await params).username}/block`)
  const { id, username, viewer: standing } = await show(getUser(viewer, (await params).username))
  if (id === viewer.id) notFound()
  const [t, acts] = await Promise.all([getWords('users'), getWords('peopleActs')])
  return (
    <>
      <PageHeader title={standing?.blocking ? `@${username}` : acts('blockTitle', { username })} back={`/${username}`} />
      {standing?.blocking ? (
        <Blocked username={username} />
      ) : (
        <div className="space-y-4 p-4">
          <p>{acts('blockText')}</p>
          <div className="flex flex-wrap gap-2">
            <Link href={`/${username}`} className={buttonLook({ variant: 'secondary', size: 'small' })}>
              {t('cancel')}
            </Link>
            <PersonControl act="block" username={username} on={false} variant="danger" />
          </div>
        </div>
      )}
    </>
  )
}
