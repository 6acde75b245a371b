import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { SettingsList } from '@/components/layout/settings-list'
import { requireViewer } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await requireViewer('/settings')
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsList />
    </>
  )
}
