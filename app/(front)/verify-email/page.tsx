import type { Metadata } from 'next'
import { FrontCard } from '@/components/auth/front-card'
import { VerifyEmailForm } from '@/components/auth/verify-email-form'
import { Link } from '@/components/ui/link'

// The address holds a secret: no other site is told it, and no search engine keeps it.
export const metadata: Metadata = { title: 'Verify your email address', referrer: 'same-origin', robots: { index: false } }

export default async function VerifyEmailPage({ searchParams }: PageProps<'/verify-email'>) {
  const { token } = await searchParams
  const other = (
    <>
      Did you not ask for this? Then leave the page and{' '}
      <Link href="/" className="text-accent underline">
        look around
      </Link>{' '}
      instead.
    </>
  )
  return (
    <FrontCard title="Is this your address?" other={other}>
      <p className="mb-5">Press the button to show that the mail with this link came to you.</p>
      <VerifyEmailForm token={typeof token === 'string' ? token : ''} />
    </FrontCard>
  )
}
