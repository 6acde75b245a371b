import type { Metadata } from 'next'
import { PageHeader } from '@/components/layout/page-header'
import { ProfileForm } from '@/components/users/profile-form'
import { requireViewer } from '@/lib/http/page'
import { getMe } from '@/lib/users/queries'

export const metadata: Metadata = { title: 'Edit profile' }

export default async function ProfileSettingsPage() {
  const { username, name, bio, location, website, avatarUrl, bannerUrl } = await getMe(await requireViewer('/settings/profile'))
  return (
    <>
      <PageHeader title="Edit profile" back={`/${username}`} />
      <ProfileForm {...{ username, name, bio, location, website, avatarUrl, bannerUrl }} />
    </>
  )
}
