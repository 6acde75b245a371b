import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { getWords } from '@/lib/http/look'
import { requireModerator } from '@/lib/http/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('moderation')
  return { title: t('title') }
}

export default async function ModerationLayout({ children }: LayoutProps<'/moderation'>) {
  const [t] = await Promise.all([getWords('moderation'), requireModerator()])
  const tabs = [
    { href: '/moderation', label: t('tab.open') },
    { href: '/moderation/resolved', label: t('tab.resolved') },
    { href: '/moderation/suspended', label: t('tab.suspended') },
    { href: '/moderation/log', label: t('tab.log') },
  ]
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs label={t('title')} tabs={tabs} />
      {children}
    </>
  )
}
