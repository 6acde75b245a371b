import type { ComponentProps } from 'react'

/** A link to one of our pages, where `Navigation` leads without loading everything anew. A server renders it and a browser need not know it. */
export function Link({ href, ...props }: ComponentProps<'a'> & { href: string }) {
  return <a href={href} data-page="" {...props} />
}
