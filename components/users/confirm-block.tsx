'use client'

import { type RefObject, useState, useTransition } from 'react'
import { announce } from '@/components/ui/announcer'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { unanswered } from '@/components/ui/use-form'
import { blockAction } from '@/lib/blocks/actions'
import { IDLE } from '@/lib/http/form'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { username: string; words: Templates<Key<'peopleActs'>>; onClose: () => void; opener: RefObject<HTMLElement | null> }

/** The question before somebody is blocked, and the deed. */
export function ConfirmBlock({ username, words, onClose, opener }: Props) {
  const [error, setError] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()

  function block() {
    const form = new FormData()
    form.set('username', username)
    startTransition(async () => {
      const { status, message } = await blockAction(IDLE, form).catch(unanswered)
      if (status === 'failed') return setError(message)
      announce(message)
      onClose()
    })
  }

  return (
    <ConfirmDialog
      title={fill(words, 'blockTitle', { username })}
      text={fill(words, 'blockText')}
      confirm={fill(words, 'block')}
      error={error}
      pending={pending}
      onConfirm={block}
      onClose={onClose}
      opener={opener}
    />
  )
}
