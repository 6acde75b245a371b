import { AppShell } from '@/components/layout/app-shell'
import { getViewer } from '@/lib/http/page'

export default async function ShellLayout({ children }: { children: React.ReactNode }) {
  return <AppShell viewer={await getViewer()}>{children}</AppShell>
}
