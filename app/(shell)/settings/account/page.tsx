import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { DeleteAccountForm } from '@/components/users/delete-account-form'
import { EmailSection } from '@/components/users/email-section'
import { getLanguage, getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { getMe } from '@/lib/users/queries'
import { templatesOf } from '@/lib/words/templates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('account') }
}

export default async function AccountPage() {
  const { username, email, emailVerified } = await getMe(await requireViewer('/settings/account'))
  const [t, language] = await Promise.all([getWords('settings'), getLanguage()])
  return (
    <>
      <PageHeader title={t('account')} note={<bdi>@{username}</bdi>} back="/settings" />
      <EmailSection username={username} email={email} emailVerified={emailVerified} />
      <DeleteAccountForm username={username} words={templatesOf(language, 'settingsForms')} />
    </>
  )
}
