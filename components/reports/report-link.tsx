import { Flag } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { menuItemLook } from '@/components/ui/menu'

/** In a menu, the way to report a tweet or a person. */
export function ReportLink({ about }: { about: { tweet: string } | { user: string } }) {
  return (
    <Link href={`/report?${new URLSearchParams(about)}`} className={menuItemLook()}>
      <Icon node={Flag} className="size-5" />
      Report
    </Link>
  )
}
