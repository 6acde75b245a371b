'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { signInAction } from '@/lib/auth/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** Signs in with a username or email and a password, then goes to `next`. */
export function SignInForm({ next, words }: { next: string | undefined; words: Templates<Key<'authForms'>> }) {
  const { state, pending, form } = useForm(signInAction)
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={state} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        id="login"
        name="login"
        label={fill(words, 'login')}
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
        label={fill(words, 'password')}
        required
        autoComplete="current-password"
        hint={
          <Link href="/forgot-password" className="text-accent underline">
            {fill(words, 'forgotten')}
          </Link>
        }
        error={state.errors.password}
      />
      <Button size="large" className="w-full" aria-disabled={pending}>
        {fill(words, 'signIn')}
      </Button>
    </form>
  )
}
