'use client'

import type { Waiting } from '@/components/offline/messages'
import { ask, sendWaiting } from '@/components/offline/worker'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'

/** A tweet that waits for the line, or why it cannot be sent. */
export function WaitingTweet({ tweet: { key, user, input, refused, note } }: { tweet: Waiting }) {
  async function cancel() {
    const cancelled = await ask<{ tried: boolean }>({ type: 'cancel', key })
    if (!cancelled) announce('It was sent already.')
    else
      announce(cancelled.tried && !refused ? 'Cancelled. Should it have reached Linnet before, it is posted all the same.' : 'Cancelled.')
  }

  async function sendAgain() {
    await ask({ type: 'again', key, fresh: crypto.randomUUID() })
    sendWaiting(user)
  }

  return (
    <li className="border-line border-b p-3.5 last:border-b-0">
      <p dir="auto" className="line-clamp-4 whitespace-pre-line [overflow-wrap:anywhere]">
        {input.content}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center justify-end gap-2">
        <p role="status" className={refused ? 'min-w-40 flex-1 text-danger text-sm' : 'min-w-40 flex-1 text-ink-muted text-sm'}>
          {!refused && 'Waiting for the line; will be sent.'} {note}
        </p>
        {refused && (
          <Button type="button" variant="secondary" size="small" onClick={sendAgain}>
            Send again
          </Button>
        )}
        <Button type="button" variant="quiet" size="small" onClick={cancel}>
          {refused ? 'Remove' : 'Cancel'}
        </Button>
      </div>
    </li>
  )
}
