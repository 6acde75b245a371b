const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})
const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** How long ago, in as few characters as a timeline has room for: now, 5m, 3h, 2d, 3 Nov, 3 Nov 2025. */
export function ago(date: Date, now: Date): string {
  const seconds = Math.floor((now.getTime() - date.getTime()) / 1000)
  if (seconds < MINUTE) return 'now'
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)}m`
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)}h`
  if (seconds < 7 * DAY) return `${Math.floor(seconds / DAY)}d`
  return (date.getUTCFullYear() === now.getUTCFullYear() ? dayMonth : dayMonthYear).format(date)
}

/** The moment to the minute, with its time zone. */
export function exactly(date: Date): string {
  return `${minute.format(date)} UTC`
}

/** Month and year, for when somebody joined. */
export function month(date: Date): string {
  return monthYear.format(date)
}
