import { Flag } from 'lucide-react'
import Link from 'next/link'
import { menuItemLook } from '@/components/ui/menu'

/** In a menu, the way to report a tweet or a person. */
export function ReportLink({ about }: { about: { tweet: string } | { user: string } }) {
  return (
    <Link href={`/report?${new URLSearchParams(about)}`} prefetch={false} className={menuItemLook()}>
      <Flag aria-hidden="true" className="size-5" />
      Report
    </Link>
  )
}
