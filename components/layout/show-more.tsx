import { MoreLink } from '@/components/layout/more-link'
import { useWords } from '@/lib/http/look'

/** "Show more" below the list at `path`, if there is another page. */
export function ShowMore({ path, nextCursor }: { path: string; nextCursor: string | null }) {
  const t = useWords('layout')
  return <MoreLink path={path} nextCursor={nextCursor} label={t('showMore')} />
}
