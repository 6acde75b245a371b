import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FrontCard } from '@/components/auth/front-card'
import { VerifyEmailForm } from '@/components/auth/verify-email-form'
import { Link } from '@/components/ui/link'
import { getLanguage, getWords } from '@/lib/http/look'
import { templatesOf } from '@/lib/words/templates'

// The address holds a secret: no other site is told it, and no search engine keeps it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('auth')
  return { title: t('verify'), referrer: 'same-origin', robots: { index: false } }
}

export default async function VerifyEmailPage({ searchParams }: PageProps<'/verify-email'>) {
  const [{ token }, t, language] = await Promise.all([searchParams, getWords('auth'), getLanguage()])
  const other = t.rich<ReactNode>('notAsked', {
    link: (inner) => (
      <Link key="link" href="/" className="text-accent underline">
        {inner}
      </Link>
    ),
  })
  return (
    <FrontCard title={t('verifyTitle')} other={other}>
      <p className="mb-5">{t('verifyText')}</p>
      <VerifyEmailForm token={typeof token === 'string' ? token : ''} words={templatesOf(language, 'authForms')} />
    </FrontCard>
  )
}
