'use client'

import { Row } from '@/components/styleguide/part'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'

const SAYS = 'The link was copied.'
const SAYS_MUCH = 'Images cannot be added right now. Check your connection and try again.'

/** Has the announcer speak: a little, much, and with something to do about it, which stays. */
export function Said() {
  const undo = (
    <button type="button" onClick={() => announce('Your tweet is back.')}>
      Undo
    </button>
  )
  return (
    <Row>
      <Button type="button" variant="secondary" onClick={() => announce(SAYS)}>
        a little
      </Button>
      <Button type="button" variant="secondary" onClick={() => announce(SAYS_MUCH)}>
        much
      </Button>
      <Button type="button" variant="secondary" onClick={() => announce('Deleted', undo)}>
        with something to do
      </Button>
      <Button type="button" variant="quiet" onClick={() => announce(null)}>
        nothing
      </Button>
    </Row>
  )
}
