import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { DeleteAccountForm } from '@/components/users/delete-account-form'
import { EmailSection } from '@/components/users/email-section'
import { requireViewer } from '@/lib/http/page'
import { getMe } from '@/lib/users/queries'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { username, email, emailVerified } = await getMe(await requireViewer('/settings/account'))
  return (
    <>
      <PageHeader title="Account" note={`@${username}`} back="/settings" />
      <EmailSection username={username} email={email} emailVerified={emailVerified} />
      <DeleteAccountForm username={username} />
    </>
  )
}
