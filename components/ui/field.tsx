import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type Labelled = { id: string; label: string; hint?: ReactNode; error?: string | undefined }

/** The classes of anything that text is typed into; each has room of its own around the text. */
export const INPUT_LOOK =
  'block w-full rounded-lg border border-line-strong bg-canvas text-field text-ink placeholder:text-ink-muted aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger focus-visible:rounded-lg'

/** What ties a control to its hint and its error. */
function wiring({ id, hint, error }: Labelled) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined }
}

/** A label, its control, what is wrong with it, and a hint. */
function Field({ id, label, hint, error, children }: Labelled & { children: ReactNode }) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="text-danger text-sm">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}

/** A labelled line of text. */
export function TextField({ id, label, hint, error, className, ...props }: Labelled & Omit<ComponentProps<'input'>, 'id'>) {
  const labelled = { id, label, hint, error }
  return (
    <Field {...labelled}>
      <input {...wiring(labelled)} className={cn(INPUT_LOOK, 'min-h-touch px-3.5 py-2.5', className)} {...props} />
    </Field>
  )
}

/** A labelled text of several lines, which grows with what is typed. */
export function TextArea({ id, label, hint, error, className, ...props }: Labelled & Omit<ComponentProps<'textarea'>, 'id'>) {
  const labelled = { id, label, hint, error }
  return (
    <Field {...labelled}>
      <textarea
        {...wiring(labelled)}
        className={cn(INPUT_LOOK, 'field-sizing-content min-h-24 resize-none px-3.5 py-2.5', className)}
        {...props}
      />
    </Field>
  )
}
