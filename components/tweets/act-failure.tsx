import type { FormState } from '@/lib/http/form'

/** What went wrong with something done to a tweet, where no JavaScript tells it. */
export function ActFailure({ state }: { state: FormState }) {
  if (state.status !== 'failed') return null
  return (
    <p role="alert" className="absolute inset-x-0 top-full z-10 rounded-lg bg-accent-soft px-3 py-2 text-danger text-sm">
      {state.message}
    </p>
  )
}
