import { cn } from '@/components/ui/cn'

/** The wide picture above a profile, or a plain colour. Decorative. */
export function Banner({ url, className }: { url: string | null; className?: string }) {
  if (!url) return <div className={cn('h-24 bg-accent-soft sm:h-32', className)} />
  return (
    <img
      src={url}
      alt=""
      width={1500}
      height={500}
      decoding="async"
      className={cn('aspect-[3/1] w-full bg-surface object-cover', className)}
    />
  )
}
