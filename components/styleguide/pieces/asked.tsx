'use client'

import { useRef, useState } from 'react'
import { Row } from '@/components/styleguide/part'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

/** Nothing closes the dialog while it is pending, so that it is for a moment only. */
const PENDING_MS = 3_000

const STATES = {
  asks: { error: null, pending: false },
  failed: { error: 'Linnet cannot be reached right now.', pending: false },
  pending: { error: null, pending: true },
}

type State = keyof typeof STATES

/** Opens the question that is asked before something is done for good, in each of its states. */
export function Asked() {
  const opener = useRef<HTMLButtonElement>(null)
  const [state, setState] = useState<State | null>(null)
  const close = () => setState(null)

  function ask(name: State, button: HTMLButtonElement) {
    opener.current = button
    setState(name)
    if (STATES[name].pending) setTimeout(close, PENDING_MS)
  }

  return (
    <Row>
      {(Object.keys(STATES) as State[]).map((name) => (
        <Button key={name} type="button" variant="secondary" onClick={({ currentTarget }) => ask(name, currentTarget)}>
          {name}
        </Button>
      ))}
      {state && (
        <ConfirmDialog
          title="Block @tui?"
          text="You see nothing more of each other, and neither follows the other."
          confirm="Block"
          {...STATES[state]}
          opener={opener}
          onClose={close}
          onConfirm={close}
        />
      )}
    </Row>
  )
}
