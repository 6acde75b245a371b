'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { sendVerificationAction } from '@/lib/emails/actions'

/** Has the link mailed again by which one shows that one's address is one's own. */
export function SendVerification({ children }: { children: ReactNode }) {
  const { state, pending, form } = useForm(sendVerificationAction)
  return (
    <form {...form} className="space-y-3">
      <Notice state={state} />
      <Button variant="secondary" size="small" aria-disabled={pending}>
        {children}
      </Button>
    </form>
  )
}
