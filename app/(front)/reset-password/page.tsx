import type { Metadata } from 'next'
import { FrontCard } from '@/components/auth/front-card'
import { ResetPasswordForm } from '@/components/auth/reset-password-form'
import { Link } from '@/components/ui/link'

// The address holds a secret: no other site is told it, and no search engine keeps it.
export const metadata: Metadata = { title: 'Choose a new password', referrer: 'same-origin', robots: { index: false } }

export default async function ResetPasswordPage({ searchParams }: PageProps<'/reset-password'>) {
  const { token } = await searchParams
  const other = (
    <>
      Remembered it?{' '}
      <Link href="/login" className="text-accent underline">
        Sign in
      </Link>
    </>
  )
  return (
    <FrontCard title="Choose a new password" other={other}>
      <ResetPasswordForm token={typeof token === 'string' ? token : ''} />
    </FrontCard>
  )
}
