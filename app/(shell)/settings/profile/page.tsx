import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { ProfileForm } from '@/components/users/profile-form'
import { getLanguage, getWords } from '@/lib/http/look'
import { requireViewer } from '@/lib/http/page'
import { getMe } from '@/lib/users/queries'
import { templatesOf } from '@/lib/words/templates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('settings')
  return { title: t('profile') }
}

export default async function ProfileSettingsPage() {
  const { username, name, bio, location, website, avatarUrl, bannerUrl } = await getMe(await requireViewer('/settings/profile'))
  const [t, language] = await Promise.all([getWords('settings'), getLanguage()])
  return (
    <>
      <PageHeader title={t('profile')} back={`/${username}`} />
      <ProfileForm {...{ username, name, bio, location, website, avatarUrl, bannerUrl }} words={templatesOf(language, 'settingsForms')} />
    </>
  )
}
