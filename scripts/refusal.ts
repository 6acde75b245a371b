/** Something that stops a command and that a person can act on: its message is one sentence, and all that is shown. */
export class Refusal extends Error {}

/** The system's name for what went wrong, such as EACCES, or an empty string. */
export function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '')
}
