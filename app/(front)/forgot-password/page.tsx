import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ForgotPasswordForm } from '@/components/auth/forgot-password-form'
import { FrontCard } from '@/components/auth/front-card'
import { Link } from '@/components/ui/link'
import { getWords, useTemplates, useWords } from '@/lib/http/look'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('auth')
  return { title: t('forgotten'), alternates: { canonical: '/forgot-password' } }
}

export default function ForgotPasswordPage() {
  const t = useWords('auth')
  const other = t.rich<ReactNode>('remembered', {
    link: (inner) => (
      <Link key="link" href="/login" className="text-accent underline">
        {inner}
      </Link>
    ),
  })
  return (
    <FrontCard title={t('forgottenTitle')} other={other}>
      <p className="mb-5">{t('forgottenText')}</p>
      <ForgotPasswordForm words={useTemplates('authForms')} />
    </FrontCard>
  )
}
