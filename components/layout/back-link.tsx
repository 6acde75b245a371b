import { ArrowLeft } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'

/** Goes where one came from; to `href` for those who came from outside, and without JavaScript. */
export function BackLink({ href }: { href: string }) {
  const t = useWords('layout')
  return (
    <Link
      href={href}
      data-back=""
      className="-ms-2 grid size-touch shrink-0 place-items-center rounded-full hover:bg-surface focus-visible:rounded-full"
    >
      <Icon node={ArrowLeft} className="size-5 rtl:-scale-x-100" />
      <span className="sr-only">{t('back')}</span>
    </Link>
  )
}
