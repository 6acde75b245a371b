import type { IconNode } from 'lucide'
import { createElement } from 'react'
import { cn } from '@/components/ui/cn'

/**
 * A sign of Lucide's, which screen readers pass over: what it means stands beside it. A browser loads no more of it than its lines; how they
 * are drawn is said in app/globals.css.
 */
export function Icon({ node, className }: { node: IconNode; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={cn('icon', className)}>
      {node.map(([tag, attributes], place) => createElement(tag, { key: place, ...attributes }))}
    </svg>
  )
}
