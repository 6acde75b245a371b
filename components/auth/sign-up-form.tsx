'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { signUpAction } from '@/lib/auth/actions'

/** Signs up, and with that in. */
export function SignUpForm() {
  const { state, pending, form } = useForm(signUpAction)
  const { values, errors } = state
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={state} />
      <TextField
        id="name"
        name="name"
        label="Name"
        autoComplete="name"
        dir="auto"
        hint="Shown above your tweets. You can leave it out and change it later."
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        id="username"
        name="username"
        label="Username"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        hint="3 to 20 letters (A to Z), digits or underscores."
        defaultValue={values.username}
        error={errors.username}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label="Email"
        required
        autoComplete="email"
        hint="Nobody else sees it."
        defaultValue={values.email}
        error={errors.email}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label="Password"
        required
        autoComplete="new-password"
        hint="At least 8 characters."
        error={errors.password}
      />
      <Button size="large" className="w-full" aria-disabled={pending}>
        Sign up
      </Button>
    </form>
  )
}
