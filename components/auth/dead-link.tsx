import Link from 'next/link'

/** What is wrong with a mailed link, and where to ask for another; nothing while nothing is wrong. */
export function DeadLink({ error, href, children }: { error: string | undefined; href: string; children: string }) {
  if (!error) return null
  return (
    <p className="text-danger">
      {error}{' '}
      <Link href={href} className="underline">
        {children}
      </Link>
    </p>
  )
}
