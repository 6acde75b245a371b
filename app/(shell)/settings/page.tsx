import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { SettingsList } from '@/components/layout/settings-list'
import { getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  await requireViewer('/settings')
  const t = await getWords('settings')
  return (
    <>
      <PageHeader title={t('title')} />
      <SettingsList />
    </>
  )
}
