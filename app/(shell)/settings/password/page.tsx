import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { PasswordForm } from '@/components/users/password-form'
import { requireViewer } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Password' }

export default async function PasswordPage() {
  const { username } = await requireViewer('/settings/password')
  return (
    <>
      <PageHeader title="Password" note={`@${username}`} back="/settings" />
      <PasswordForm username={username} />
    </>
  )
}
