import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode }

/** What stands where a list or a page has nothing to show: what that means, and what to do next. */
export function EmptyState({ title, children, action, icon }: Props) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 px-6 py-14 text-center">
      {icon && <div className="text-accent">{icon}</div>}
      <h2 className="max-w-full text-balance font-semibold text-lg [overflow-wrap:anywhere]">{title}</h2>
      {children && <div className="text-pretty text-ink-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
