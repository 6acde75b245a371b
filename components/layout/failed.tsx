'use client'

import { CloudOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands where a page could not be made. */
export function Failed({ retry }: { retry: () => void }) {
  return (
    <div role="alert">
      <EmptyState
        title="Something went wrong on our side"
        icon={<CloudOff aria-hidden="true" className="size-10" />}
        action={
          <Button type="button" variant="secondary" onClick={retry}>
            Try again
          </Button>
        }
      >
        It has been noted. Nothing that you wrote before is lost.
      </EmptyState>
    </div>
  )
}
