'use client'

import type { ComponentProps } from 'react'
import { Link } from '@/components/ui/link'
import { closeMenu, menuItemLook } from '@/components/ui/menu'

/** A place to go to in a menu, which closes. */
export function MenuLink(props: ComponentProps<typeof Link>) {
  return <Link {...props} className={menuItemLook()} onClick={(event) => closeMenu(event.currentTarget)} />
}
