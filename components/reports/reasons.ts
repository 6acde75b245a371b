import type { Report } from '@/lib/reports/schema'

/** The reasons in the order in which they are offered; the words of the forms say what each is called, and what it means. */
export const REASONS = ['spam', 'harassment', 'violence', 'illegal', 'impersonation', 'other'] as const satisfies Report['reason'][]
