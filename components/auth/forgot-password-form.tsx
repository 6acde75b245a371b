'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { forgotPasswordAction } from '@/lib/passwords/actions'

/** Asks for a mail with a link by which a new password is chosen. */
export function ForgotPasswordForm() {
  const { state, pending, form } = useForm(forgotPasswordAction)
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={state} />
      <TextField
        id="email"
        name="email"
        type="email"
        label="Email"
        required
        autoComplete="email"
        hint="The address that you signed up with."
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <Button size="large" className="w-full" aria-disabled={pending}>
        Mail me a link
      </Button>
    </form>
  )
}
