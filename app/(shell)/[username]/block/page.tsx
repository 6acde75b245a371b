import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PersonSwitch } from '@/components/users/person-switch'
import { Blocked, WHAT_BLOCKING_DOES } from '@/components/users/standing'
import { requireViewer, show } from '@/lib/http/page'
import { getUser } from '@/lib/users/queries'

export const metadata: Metadata = { title: 'Block?' }

export default async function BlockPage({ params }: PageProps<'/[username]/block'>) {
  const viewer = await requireViewer(`/${(await params).username}/block`)
  const { id, username, viewer: standing } = await show(getUser(viewer, (await params).username))
  if (id === viewer.id) notFound()
  return (
    <>
      <PageHeader title={standing?.blocking ? `@${username}` : `Block @${username}?`} back={`/${username}`} />
      {standing?.blocking ? (
        <Blocked username={username} />
      ) : (
        <div className="space-y-4 p-4">
          <p>{WHAT_BLOCKING_DOES}</p>
          <div className="flex flex-wrap gap-2">
            <Link href={`/${username}`} className={buttonLook({ variant: 'secondary', size: 'small' })}>
              Cancel
            </Link>
            <PersonSwitch act="block" username={username} on={false} variant="danger" />
          </div>
        </div>
      )}
    </>
  )
}
