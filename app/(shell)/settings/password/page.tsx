import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { PasswordForm } from '@/components/users/password-form'
import { getLanguage, getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { templatesOf } from '@/lib/words/templates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('password') }
}

export default async function PasswordPage() {
  const { username } = await requireViewer('/settings/password')
  const [t, language] = await Promise.all([getWords('settings'), getLanguage()])
  return (
    <>
      <PageHeader title={t('password')} note={<bdi>@{username}</bdi>} back="/settings" />
      <PasswordForm username={username} words={templatesOf(language, 'settingsForms')} />
    </>
  )
}
