'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { signUpAction } from '@/lib/auth/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Signs up, and with that in. */
export function SignUpForm({ words }: { words: Templates<Key<'authForms'>> }) {
  const { state, pending, form } = useForm(signUpAction)
  const { values, errors } = state
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={state} />
      <TextField
        id="name"
        name="name"
        label={fill(words, 'name')}
        autoComplete="name"
        dir="auto"
        hint={fill(words, 'nameHint')}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        id="username"
        name="username"
        label={fill(words, 'username')}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        hint={fill(words, 'usernameHint')}
        defaultValue={values.username}
        error={errors.username}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label={fill(words, 'email')}
        required
        autoComplete="email"
        hint={fill(words, 'onlyYours')}
        defaultValue={values.email}
        error={errors.email}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={fill(words, 'password')}
        required
        autoComplete="new-password"
        hint={fill(words, 'passwordHint')}
        error={errors.password}
      />
      <Button size="large" className="w-full" aria-disabled={pending}>
        {fill(words, 'signUp')}
      </Button>
    </form>
  )
}
