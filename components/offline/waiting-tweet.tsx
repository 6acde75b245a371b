'use client'

import type { Waiting } from '@/components/offline/messages'
import { ask, sendWaiting } from '@/components/offline/worker'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { say } from '@/components/ui/say'

/** A tweet that waits for the line, or why it cannot be sent. */
export function WaitingTweet({ tweet: { key, user, input, refused, note } }: { tweet: Waiting }) {
  async function cancel() {
    const cancelled = await ask<{ tried: boolean }>({ type: 'cancel', key })
    announce(say(!cancelled ? 'sentAlready' : cancelled.tried && !refused ? 'cancelledTried' : 'cancelled'))
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
          {!refused && say('waitingForLine')} {note && noteOf(note)}
        </p>
        {refused && (
          <Button type="button" variant="secondary" size="small" onClick={sendAgain}>
            {say('sendAgain')}
          </Button>
        )}
        <Button type="button" variant="quiet" size="small" onClick={cancel}>
          {say(refused ? 'remove' : 'cancel')}
        </Button>
      </div>
    </li>
  )
}

const NOTES = ['unsure', 'unauthenticated', 'forbidden', 'rate_limited', 'unavailable', 'unreachable', 'unknown'] as const

/** Why it was not sent. */
function noteOf(note: string): string {
  const known = NOTES.find((code) => code === note) ?? 'other'
  return say(known === 'unavailable' ? 'note.unreachable' : `note.${known}`)
}
