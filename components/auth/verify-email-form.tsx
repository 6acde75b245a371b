'use client'

import { MailedLinkForm } from '@/components/auth/mailed-link-form'
import { Button } from '@/components/ui/button'
import { verifyEmailAction } from '@/lib/emails/actions'

/** Shows that an address is one's own, by the token of a mailed link. */
export function VerifyEmailForm({ token }: { token: string }) {
  return (
    <MailedLinkForm
      action={verifyEmailAction}
      token={token}
      onward={{ href: '/home', label: 'Go on to Linnet' }}
      another="/settings/account"
    >
      {(_state, pending) => (
        <Button size="large" className="w-full" aria-disabled={pending}>
          This address is mine
        </Button>
      )}
    </MailedLinkForm>
  )
}
