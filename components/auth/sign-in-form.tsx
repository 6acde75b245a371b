'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { signInAction } from '@/lib/auth/actions'

/** Signs in with a username or email and a password, then goes to `next`. */
export function SignInForm({ next }: { next: string | undefined }) {
  const { state, pending, form } = useForm(signInAction)
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={state} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        id="login"
        name="login"
        label="Username or email"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state.values.login}
        error={state.errors.login}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label="Password"
        required
        autoComplete="current-password"
        hint={
          <Link href="/forgot-password" className="text-accent underline">
            Forgotten your password?
          </Link>
        }
        error={state.errors.password}
      />
      <Button size="large" className="w-full" aria-disabled={pending}>
        Sign in
      </Button>
    </form>
  )
}
