import type { Metadata } from 'next'
import Link from 'next/link'
import { ForgotPasswordForm } from '@/components/auth/forgot-password-form'
import { FrontCard } from '@/components/auth/front-card'

export const metadata: Metadata = { title: 'Forgotten password' }

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
