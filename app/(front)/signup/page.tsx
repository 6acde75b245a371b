import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FrontCard } from '@/components/auth/front-card'
import { SignUpForm } from '@/components/auth/sign-up-form'
import { card } from '@/components/layout/metadata'
import { Link } from '@/components/ui/link'
import { getViewer } from '@/lib/http/page'

export const metadata: Metadata = card({ title: 'Sign up', description: 'Make an account on Linnet.', path: '/signup' })

export default async function SignUpPage() {
  if (await getViewer()) redirect('/home')
  const other = (
    <>
      Been here before?{' '}
      <Link href="/login" className="text-accent underline">
        Sign in
      </Link>
    </>
  )
  return (
    <FrontCard title="Make an account" other={other}>
      <SignUpForm />
    </FrontCard>
  )
}
