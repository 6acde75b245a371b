/** What a form shows after it was sent: whether it was done, what is wrong with which field, and what was typed (never a password). */
export type FormState = {
  status: 'idle' | 'done' | 'failed'
  message: string | null
  errors: Record<string, string>
  /** What stands above the fields that are wrong, each of which says what. */
  summary: string | null
  values: Record<string, string>
  /** Milliseconds since the epoch; differs with each answer. */
  at: number
}

export const IDLE: FormState = { status: 'idle', message: null, errors: {}, summary: null, values: {}, at: 0 }

/** What the answer to a form begins with that was refused before it reached its action; the rest is for the person. */
export const REFUSED = 'Refused: '
