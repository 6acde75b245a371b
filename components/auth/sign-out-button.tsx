'use client'

import type { ReactNode } from 'react'
import { menuItemLook } from '@/components/ui/menu'
import { useForm } from '@/components/ui/use-form'
import { signOutAction } from '@/lib/auth/actions'

/** Ends this session. */
export function SignOutButton({ children }: { children: ReactNode }) {
  const { pending, form } = useForm(signOutAction)
  return (
    <form {...form}>
      <button type="submit" aria-disabled={pending} className={menuItemLook()}>
        {children}
      </button>
    </form>
  )
}
