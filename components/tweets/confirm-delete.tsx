'use client'

import { unstable_rethrow } from 'next/navigation'
import { type RefObject, useState, useTransition } from 'react'
import { announce } from '@/components/ui/announcer'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IDLE } from '@/lib/http/form'
import { deleteTweetAction } from '@/lib/tweets/actions'

type Props = { id: string; returnTo: string | undefined; onClose: () => void; opener: RefObject<HTMLElement | null> }

const DELETED = 'Your tweet was deleted.'

/** The question before a tweet is deleted, and the deed. */
export function ConfirmDelete({ id, returnTo, onClose, opener }: Props) {
  const [error, setError] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()

  function remove() {
    const form = new FormData()
    form.set('id', id)
    if (returnTo) form.set('returnTo', returnTo)
    startTransition(async () => {
      try {
        const { status, message } = await deleteTweetAction(IDLE, form)
        if (status === 'failed') return setError(message)
        finish()
      } catch (failure) {
        if (isRedirect(failure)) finish()
        unstable_rethrow(failure)
        setError('Linnet cannot be reached right now. Check your connection and try again.')
      }
    })
  }

  /** The card goes with its tweet, so focus moves to the page it was on. */
  function finish() {
    announce(DELETED)
    opener.current = document.getElementById('main')
    onClose()
  }

  return (
    <ConfirmDialog
      title="Delete this tweet?"
      text="It goes from every timeline and cannot be brought back. Replies to it stay."
      confirm="Delete"
      error={error}
      pending={pending}
      onConfirm={remove}
      onClose={onClose}
      opener={opener}
    />
  )
}

function isRedirect(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT')
}
