import { Footer } from '@/components/layout/footer'
import { Wordmark } from '@/components/layout/wordmark'
import { ViewerMark } from '@/components/offline/viewer-mark'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { getWords } from '@/lib/http/look'
import { getViewer } from '@/lib/http/page'

export default async function FrontLayout({ children }: { children: React.ReactNode }) {
  const t = await getWords('layout')
  return (
    <div className="flex min-h-dvh flex-col">
      <ViewerMark viewer={await getViewer()} />
      <header className="mx-auto flex h-16 w-full max-w-shell items-center justify-between gap-2 px-4 sm:px-6">
        <Link href="/" aria-label={t('startPage')} className="-ms-1 flex min-h-touch items-center px-1">
          <Wordmark />
        </Link>
        <nav aria-label={t('main')} className="flex gap-1">
          <Link href="/explore" className={buttonLook({ variant: 'quiet', size: 'small' })}>
            {t('explore')}
          </Link>
          <Link href="/login" className={buttonLook({ variant: 'quiet', size: 'small' })}>
            {t('signIn')}
          </Link>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
      <div className="flex justify-center p-6">
        <Footer />
      </div>
    </div>
  )
}
