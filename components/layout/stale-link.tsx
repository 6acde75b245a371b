import { Unlink } from 'lucide-react'
import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands where a link names a place in a list that is none. */
export function StaleLink({ href }: { href: string }) {
  return (
    <EmptyState
      title="This link leads nowhere"
      icon={<Unlink aria-hidden="true" className="size-10" />}
      action={
        <Link href={href} className={buttonLook({ variant: 'secondary' })}>
          Start over
        </Link>
      }
    >
      The place in the list that it names is not one of ours. Perhaps it was cut off when it was copied.
    </EmptyState>
  )
}
