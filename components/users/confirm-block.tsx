'use client'

import { type RefObject, useState, useTransition } from 'react'
import { announce } from '@/components/ui/announcer'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { unanswered } from '@/components/ui/use-form'
import { WHAT_BLOCKING_DOES } from '@/components/users/standing'
import { blockAction } from '@/lib/blocks/actions'
import { IDLE } from '@/lib/http/form'

type Props = { username: string; onClose: () => void; opener: RefObject<HTMLElement | null> }

/** The question before somebody is blocked, and the deed. */
export function ConfirmBlock({ username, onClose, opener }: Props) {
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
      title={`Block @${username}?`}
      text={WHAT_BLOCKING_DOES}
      confirm="Block"
      error={error}
      pending={pending}
      onConfirm={block}
      onClose={onClose}
      opener={opener}
    />
  )
}
