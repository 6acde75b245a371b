import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

type Look = {
  variant?: keyof typeof VARIANTS
  size?: keyof typeof SIZES
}

const VARIANTS = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  secondary: 'border border-line-strong text-ink hover:bg-surface',
  quiet: 'text-ink hover:bg-surface',
  danger: 'bg-danger text-canvas hover:opacity-90',
}

const SIZES = {
  small: 'min-h-9 px-4 text-sm pointer-coarse:min-h-touch',
  medium: 'min-h-10 px-5 pointer-coarse:min-h-touch',
  large: 'min-h-touch px-6',
  rail: 'size-12 xl:w-full xl:text-lg',
}

/** The classes of a button, for links that look like one. */
export function buttonLook({ variant = 'primary', size = 'medium' }: Look = {}): string {
  return cn(
    'inline-flex select-none items-center justify-center gap-2 rounded-full font-semibold whitespace-nowrap transition-colors focus-visible:rounded-full',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-70',
    VARIANTS[variant],
    SIZES[size],
  )
}

/** A button; inside a form it sends the form. */
export function Button({ variant, size, className, type = 'submit', ...props }: Look & ComponentProps<'button'>) {
  return <button type={type} className={cn(buttonLook({ variant, size }), className)} {...props} />
}
