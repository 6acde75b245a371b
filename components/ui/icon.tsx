import type { IconNode } from 'lucide'
import { type ComponentProps, createElement } from 'react'

type Props = Omit<ComponentProps<'svg'>, 'children'> & { node: IconNode }

/** A sign of Lucide's, which screen readers pass over: what it means stands beside it. A browser loads no more of it than its lines. */
export function Icon({ node, ...props }: Props) {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...props}
    >
      {node.map(([tag, attributes], place) => createElement(tag, { key: place, ...attributes }))}
    </svg>
  )
}
