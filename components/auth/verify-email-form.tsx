'use client'

import Link from 'next/link'
import { DeadLink } from '@/components/auth/dead-link'
import { Button, buttonLook } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { verifyEmailAction } from '@/lib/emails/actions'

/** Takes the token of a mailed link when its button is pressed: programs that look into mails open links, but press nothing. */
export function VerifyEmailForm({ token }: { token: string }) {
  const { state, pending, form } = useForm(verifyEmailAction)
  return (
    <form {...form} className="space-y-5">
      <Notice state={state} />
      {state.status === 'done' ? (
        <Link href="/home" className={buttonLook({ size: 'large' })}>
          Go on to Linnet
        </Link>
      ) : (
        <>
          <DeadLink error={state.errors.token} href="/settings/account">
            Ask for a new one.
          </DeadLink>
          <input type="hidden" name="token" value={token} />
          <Button size="large" className="w-full" aria-disabled={pending}>
            This address is mine
          </Button>
        </>
      )}
    </form>
  )
}
