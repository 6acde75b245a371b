/** Joins class names. No two may set the same property: which of them held would be up to the stylesheet. */
export function cn(...classes: (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ')
}
