import Link from 'next/link'
import { Bird } from '@/components/layout/bird'
import { PageHeader } from '@/components/layout/page-header'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands where a page is not. */
export function Lost() {
  return (
    <>
      <PageHeader title="Not found" back="/" />
      <EmptyState
        title="Nothing perches here"
        icon={<Bird className="size-14 text-ink-muted" />}
        action={
          <Link href="/explore" className={buttonLook({ variant: 'secondary' })}>
            Explore Linnet
          </Link>
        }
      >
        The page, person or tweet you are looking for does not exist, or exists no more.
      </EmptyState>
    </>
  )
}
