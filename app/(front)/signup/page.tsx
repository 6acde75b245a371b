import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { FrontCard } from '@/components/auth/front-card'
import { SignUpForm } from '@/components/auth/sign-up-form'
import { card } from '@/components/layout/metadata'
import { Link } from '@/components/ui/link'
import { getLanguage, getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'
import { templatesOf } from '@/lib/words/templates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('auth')
  return card({ title: t('signUp'), description: t('signUpAbout'), path: '/signup' })
}

export default async function SignUpPage() {
  if (await getViewer()) redirect('/home')
  const [t, language] = await Promise.all([getWords('auth'), getLanguage()])
  const other = t.rich<ReactNode>('beenHere', {
    link: (inner) => (
      <Link key="link" href="/login" className="text-accent underline">
        {inner}
      </Link>
    ),
  })
  return (
    <FrontCard title={t('signUpTitle')} other={other}>
      <SignUpForm words={templatesOf(language, 'authForms')} />
    </FrontCard>
  )
}
