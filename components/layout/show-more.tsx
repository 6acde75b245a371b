import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { Waiting } from '@/components/ui/waiting'

/** The way to the next page of the list at `path`, which may hold a query, if there is one. */
export function ShowMore({ path, nextCursor }: { path: string; nextCursor: string | null }) {
  if (!nextCursor) return null
  return (
    <div className="flex justify-center p-6">
      <Link
        href={`${path}${path.includes('?') ? '&' : '?'}cursor=${nextCursor}`}
        prefetch={false}
        className={buttonLook({ variant: 'secondary' })}
      >
        Show more
        <Waiting />
      </Link>
    </div>
  )
}
