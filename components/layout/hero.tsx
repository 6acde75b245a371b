import Link from 'next/link'
import { Bird } from '@/components/layout/bird'
import { buttonLook } from '@/components/ui/button'

/** What Linnet is, for those who see it for the first time. */
export function Hero() {
  return (
    <section
      aria-labelledby="hero"
      className="flex flex-col items-start gap-5 px-4 py-10 sm:px-6 lg:sticky lg:top-0 lg:h-[calc(100dvh-4rem)] lg:justify-center lg:self-start"
    >
      <Bird className="size-20 lg:size-28" />
      <h1 id="hero" className="max-w-md text-balance font-bold text-4xl leading-tight tracking-tight lg:text-5xl">
        Say it small. Hear it clearly.
      </h1>
      <p className="max-w-md text-pretty text-ink-muted text-lg">
        Linnet is a microblog that anyone can own. 250 characters, the newest first, nothing promoted: only the people and hashtags you
        choose.
      </p>
      <div className="flex flex-wrap gap-3">
        <Link href="/signup" className={buttonLook({ size: 'large' })}>
          Sign up
        </Link>
        <Link href="/login" className={buttonLook({ variant: 'secondary', size: 'large' })}>
          Sign in
        </Link>
      </div>
    </section>
  )
}
