import { Unlink } from 'lucide'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'

/** What stands where a link names a place in a list that is none. */
export function StaleLink({ href }: { href: string }) {
  const t = useWords('layout')
  return (
    <EmptyState
      title={t('staleTitle')}
      icon={<Icon node={Unlink} className="size-10" />}
      action={
        <Link href={href} className={buttonLook({ variant: 'secondary' })}>
          {t('startOver')}
        </Link>
      }
    >
      {t('staleText')}
    </EmptyState>
  )
}
