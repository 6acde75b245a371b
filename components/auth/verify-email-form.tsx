'use client'

import { MailedLinkForm } from '@/components/auth/mailed-link-form'
import { Button } from '@/components/ui/button'
import { verifyEmailAction } from '@/lib/emails/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Shows that an address is one's own, by the token of a mailed link. */
export function VerifyEmailForm({ token, words }: { token: string; words: Templates<Key<'authForms'>> }) {
  return (
    <MailedLinkForm
      action={verifyEmailAction}
      token={token}
      onward={{ href: '/home', label: fill(words, 'goLinnet') }}
      another="/settings/account"
      words={words}
    >
      {(_state, pending) => (
        <Button size="large" className="w-full" aria-disabled={pending}>
          {fill(words, 'mine')}
        </Button>
      )}
    </MailedLinkForm>
  )
}
