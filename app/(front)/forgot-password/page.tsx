import type { Metadata } from 'next'
import { ForgotPasswordForm } from '@/components/auth/forgot-password-form'
import { FrontCard } from '@/components/auth/front-card'
import { Link } from '@/components/ui/link'

export const metadata: Metadata = { title: 'Forgotten password', alternates: { canonical: '/forgot-password' } }

export default function ForgotPasswordPage() {
  const other = (
    <>
      Remembered it?{' '}
      <Link href="/login" className="text-accent underline">
        Sign in
      </Link>
    </>
  )
  return (
    <FrontCard title="Forgotten your password?" other={other}>
      <p className="mb-5">We mail you a link by which you choose a new one.</p>
      <ForgotPasswordForm />
    </FrontCard>
  )
}
