import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FrontCard } from '@/components/auth/front-card'
import { SignInForm } from '@/components/auth/sign-in-form'
import { Link } from '@/components/ui/link'
import { getViewer } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Sign in', alternates: { canonical: '/login' } }

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next } = await searchParams
  if (await getViewer()) redirect('/home')
  const other = (
    <>
      New here?{' '}
      <Link href="/signup" className="text-accent underline">
        Sign up
      </Link>
    </>
  )
  return (
    <FrontCard title="Welcome back" other={other}>
      <SignInForm next={typeof next === 'string' ? next : undefined} />
    </FrontCard>
  )
}
