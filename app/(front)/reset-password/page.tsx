import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FrontCard } from '@/components/auth/front-card'
import { ResetPasswordForm } from '@/components/auth/reset-password-form'
import { Link } from '@/components/ui/link'
import { getLanguage, getWords } from '@/lib/http/look'
import { templatesOf } from '@/lib/words/templates'

// The address holds a secret: no other site is told it, and no search engine keeps it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('auth')
  return { title: t('newPassword'), referrer: 'same-origin', robots: { index: false } }
}

export default async function ResetPasswordPage({ searchParams }: PageProps<'/reset-password'>) {
  const [{ token }, t, language] = await Promise.all([searchParams, getWords('auth'), getLanguage()])
  const other = t.rich<ReactNode>('remembered', {
    link: (inner) => (
      <Link key="link" href="/login" className="text-accent underline">
        {inner}
      </Link>
    ),
  })
  return (
    <FrontCard title={t('newPassword')} other={other}>
      <ResetPasswordForm token={typeof token === 'string' ? token : ''} words={templatesOf(language, 'authForms')} />
    </FrontCard>
  )
}
