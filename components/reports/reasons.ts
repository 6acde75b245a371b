import type { Report } from '@/lib/reports/schema'

/** What a reason is called, and what it means. */
export const REASON_WORDS: Record<Report['reason'], { label: string; about: string }> = {
  spam: { label: 'Spam', about: 'Unwanted advertising, scams, or the same thing over and over' },
  harassment: { label: 'Harassment', about: 'Insults, threats or hate against people' },
  violence: { label: 'Violence', about: 'Praises it, shows it for its own sake, or encourages self-harm' },
  illegal: { label: 'Illegal', about: 'Breaks the law, or shows what is private' },
  impersonation: { label: 'Impersonation', about: 'Pretends to be somebody else' },
  other: { label: 'Something else', about: 'Say in your own words what is wrong' },
}
