import { useWords } from '#words'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'

/** The way to the next page of the list at `path`, which may hold a query, if there is one. */
export function ShowMore({ path, nextCursor }: { path: string; nextCursor: string | null }) {
  const t = useWords('layout')
  if (!nextCursor) return null
  return (
    <div className="flex justify-center p-6">
      <Link href={`${path}${path.includes('?') ? '&' : '?'}cursor=${nextCursor}`} className={buttonLook({ variant: 'secondary' })}>
        {t('showMore')}
      </Link>
    </div>
  )
}
