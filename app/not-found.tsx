import type { Metadata } from 'next'
import { AppShell } from '@/components/layout/app-shell'
import { Lost } from '@/components/layout/lost'
import { getViewer } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Not found' }

export default async function NotFound() {
  return (
    <AppShell viewer={await getViewer()}>
      <Lost />
    </AppShell>
  )
}
