import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type Props = {
  id: string
  label?: string
  shortcut?: string
  button: ReactNode
  buttonClassName?: string
  /** Whether the list begins where the button begins, for a button at the start of its line. */
  atStart?: boolean
  children: ReactNode
}

/** A button that opens a list of things to do. The browser's own popover: keyboard, Escape and a click elsewhere work without JavaScript. */
export function Menu({ id, label, shortcut, button, buttonClassName, atStart, children }: Props) {
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} data-key={shortcut} className={buttonClassName}>
        {button}
      </button>
      <div id={id} popover="auto" className={cn('menu', atStart && 'menu-start')}>
        {children}
      </div>
    </>
  )
}

/** The classes of one thing to do in a menu. */
export function menuItemLook(className?: ComponentProps<'a'>['className']): string {
  return cn('menu-item', className)
}

/** Closes the menu that this stands in; focus goes back to the button that opened it. */
export function closeMenu(inside: Element) {
  inside.closest<HTMLElement>('[popover]')?.hidePopover()
}
