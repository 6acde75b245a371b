import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { requireModerator } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Moderation' }

const TABS = [
  { href: '/moderation', label: 'Open' },
  { href: '/moderation/resolved', label: 'Resolved' },
  { href: '/moderation/suspended', label: 'Suspended' },
  { href: '/moderation/log', label: 'Log' },
]

export default async function ModerationLayout({ children }: LayoutProps<'/moderation'>) {
  await requireModerator()
  return (
    <>
      <PageHeader title="Moderation" />
      <Tabs label="Moderation" tabs={TABS} />
      {children}
    </>
  )
}
