import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { FrontCard } from '@/components/auth/front-card'
import { SignInForm } from '@/components/auth/sign-in-form'
import { Link } from '@/components/ui/link'
import { getLanguage, getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'
import { templatesOf } from '@/lib/words/templates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('auth')
  return { title: t('signIn'), alternates: { canonical: '/login' } }
}

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next } = await searchParams
  if (await getViewer()) redirect('/home')
  const [t, language] = await Promise.all([getWords('auth'), getLanguage()])
  const other = t.rich<ReactNode>('newHere', {
    link: (inner) => (
      <Link key="link" href="/signup" className="text-accent underline">
        {inner}
      </Link>
    ),
  })
  return (
    <FrontCard title={t('signInTitle')} other={other}>
      <SignInForm next={typeof next === 'string' ? next : undefined} words={templatesOf(language, 'authForms')} />
    </FrontCard>
  )
}
