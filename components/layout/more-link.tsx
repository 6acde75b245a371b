import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'

type Props = { path: string; nextCursor: string | null; label: string }

/** The way to the next page of the list at `path`, which may hold a query, if there is one. */
export function MoreLink({ path, nextCursor, label }: Props) {
  if (!nextCursor) return null
  return (
    <div className="flex justify-center p-6">
      <Link href={`${path}${path.includes('?') ? '&' : '?'}cursor=${nextCursor}`} className={buttonLook({ variant: 'secondary' })}>
        {label}
      </Link>
    </div>
  )
}
