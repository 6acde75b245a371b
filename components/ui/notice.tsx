import type { FormState } from '@/lib/http/form'

/**
 * What came of a form. The region is always there, because a screen reader speaks only what changes in a region it knows;
 * it takes no room while it is empty.
 */
export function Notice({ state }: { state: FormState }) {
  const failed = state.status === 'failed'
  const message = failed && Object.keys(state.errors).length > 0 ? state.summary : state.message
  return (
    <div role={failed ? 'alert' : 'status'}>
      {message && (
        <p
          key={state.at}
          className={failed ? 'rounded-lg bg-accent-soft px-3.5 py-2.5 text-danger' : 'rounded-lg bg-surface px-3.5 py-2.5 text-success'}
        >
          {message}
        </p>
      )}
    </div>
  )
}
