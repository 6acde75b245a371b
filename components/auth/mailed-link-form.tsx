'use client'

import type { ReactNode } from 'react'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import type { FormState } from '@/lib/http/form'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  token: string
  /** Where to go on once it is done. */
  onward: { href: string; label: string }
  /** Where to ask for a link that is good, when this one is not. */
  another: string
  words: Templates<Key<'authForms'>>
  children: (state: FormState, pending: boolean) => ReactNode
}

/** The form behind a mailed link. It sends the link's token only when its button is pressed: programs that look into mails open links. */
export function MailedLinkForm({ action, token, onward, another, words, children }: Props) {
  const { state, pending, form } = useForm(action)
  const { token: wrong, ...errors } = state.errors
  return (
    <form {...form} noValidate className="space-y-5">
      <Notice state={{ ...state, errors }} />
      {state.status === 'done' && (
        <Link href={onward.href} className={buttonLook({ size: 'large' })}>
          {onward.label}
        </Link>
      )}
      {wrong && (
        <Link href={another} className={buttonLook({ size: 'large' })}>
          {fill(words, 'newLink')}
        </Link>
      )}
      {state.status !== 'done' && !wrong && (
        <>
          <input type="hidden" name="token" value={token} />
          {children(state, pending)}
        </>
      )}
    </form>
  )
}
