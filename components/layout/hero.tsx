import { Bird } from '@/components/layout/bird'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'

/** What Linnet is, for those who see it for the first time. */
export function Hero() {
  const t = useWords('layout')
  return (
    <section
      aria-labelledby="hero"
      className="flex flex-col items-start gap-5 px-4 py-10 sm:px-6 lg:sticky lg:top-0 lg:h-[calc(100dvh-4rem)] lg:justify-center lg:self-start"
    >
      <Bird className="size-20 lg:size-28" />
      <h1 id="hero" className="max-w-md text-balance font-bold text-4xl leading-tight tracking-tight lg:text-5xl">
        {t('heroTitle')}
      </h1>
      <p className="max-w-md text-pretty text-ink-muted text-lg">{t('heroText')}</p>
      <div className="flex flex-wrap gap-3">
        <Link href="/signup" className={buttonLook({ size: 'large' })}>
          {t('signUp')}
        </Link>
        <Link href="/login" className={buttonLook({ variant: 'secondary', size: 'large' })}>
          {t('signIn')}
        </Link>
      </div>
    </section>
  )
}
