import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { DeleteAccountForm } from '@/components/users/delete-account-form'
import { requireViewer } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { username } = await requireViewer('/settings/account')
  return (
    <>
      <PageHeader title="Account" note={`@${username}`} back="/settings" />
      <DeleteAccountForm username={username} />
    </>
  )
}
