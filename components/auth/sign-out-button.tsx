'use client'

import { LogOut } from 'lucide-react'
import { menuItemLook } from '@/components/ui/menu'
import { useForm } from '@/components/ui/use-form'
import { signOutAction } from '@/lib/auth/actions'

/** Ends this session. */
export function SignOutButton() {
  const { pending, form } = useForm(signOutAction)
  return (
    <form {...form}>
      <button type="submit" aria-disabled={pending} className={menuItemLook()}>
        <LogOut aria-hidden="true" className="size-5" />
        Sign out
      </button>
    </form>
  )
}
