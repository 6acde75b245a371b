'use client'

import { usePathname } from 'next/navigation'
import { useRef } from 'react'

/** The path of the page that one sees: where one writes in front of a page, it is that page's. */
export function usePage(): string {
  const path = usePathname()
  const seen = useRef(path)
  if (path !== '/compose') seen.current = path
  return seen.current
}
