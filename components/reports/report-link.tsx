import { Flag } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { menuItemLook } from '@/components/ui/menu'
import { useWords } from '@/lib/http/look'

/** In a menu, the way to report a tweet or a person. */
export function ReportLink({ about }: { about: { tweet: string } | { user: string } }) {
  const t = useWords('moderation')
  return (
    <Link href={`/report?${new URLSearchParams(about)}`} className={menuItemLook()}>
      <Icon node={Flag} className="size-5" />
      {t('report')}
    </Link>
  )
}
