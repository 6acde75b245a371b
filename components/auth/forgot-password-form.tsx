'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { forgotPasswordAction } from '@/lib/passwords/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Asks for a mail with a link by which a new password is chosen. */
export function ForgotPasswordForm({ words }: { words: Templates<Key<'authForms'>> }) {
  const { state, pending, form } = useForm(forgotPasswordAction)
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={state} />
      <TextField
        id="email"
        name="email"
        type="email"
        label={fill(words, 'email')}
        required
        autoComplete="email"
        hint={fill(words, 'emailHint')}
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <Button size="large" className="w-full" aria-disabled={pending}>
        {fill(words, 'mailLink')}
      </Button>
    </form>
  )
}
