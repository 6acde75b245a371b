const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const DAY_MONTH = { day: 'numeric', month: 'short' } as const
const DAY_MONTH_YEAR = { ...DAY_MONTH, year: 'numeric' } as const
const TO_THE_MINUTE = { ...DAY_MONTH_YEAR, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
const MONTH_YEAR = { month: 'long', year: 'numeric' } as const

/** Formatters by what they are made from, since making one is slow. */
const made = new Map<string, unknown>()

function once<T>(key: string, make: () => T): T {
  const formatter = (made.get(key) as T | undefined) ?? make()
  made.set(key, formatter)
  return formatter
}

function written(date: Date, customs: string, options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): string {
  const key = `${customs} ${timeZone} ${JSON.stringify(options)}`
  return once(key, () => new Intl.DateTimeFormat(customs, { ...options, timeZone })).format(date)
}

/**
 * How long ago, in as few characters as a timeline has room for: now, 5m, 3h, 2d, 3 Nov, 3 Nov 2025. `customs` is a BCP 47 tag, `timeZone` one
 * of IANA's names.
 */
export function ago(date: Date, now: Date, customs: string, timeZone?: string): string {
  const seconds = Math.floor((now.getTime() - date.getTime()) / 1000)
  if (seconds < MINUTE) return justNow(customs)
  if (seconds < HOUR) return spanOf(Math.floor(seconds / MINUTE), 'minute', customs)
  if (seconds < DAY) return spanOf(Math.floor(seconds / HOUR), 'hour', customs)
  if (seconds < 7 * DAY) return spanOf(Math.floor(seconds / DAY), 'day', customs)
  return written(date, customs, date.getUTCFullYear() === now.getUTCFullYear() ? DAY_MONTH : DAY_MONTH_YEAR, timeZone)
}

function justNow(customs: string): string {
  return once(`${customs} now`, () => new Intl.RelativeTimeFormat(customs, { numeric: 'auto', style: 'narrow' })).format(0, 'second')
}

function spanOf(count: number, unit: string, customs: string): string {
  return once(`${customs} ${unit}`, () => new Intl.NumberFormat(customs, { style: 'unit', unit, unitDisplay: 'narrow' })).format(count)
}

/** The moment to the minute, with its time zone. */
export function exactly(date: Date, customs: string, timeZone?: string): string {
  return written(date, customs, TO_THE_MINUTE, timeZone)
}

/** Month and year, for when somebody joined. */
export function month(date: Date, customs: string): string {
  return written(date, customs, MONTH_YEAR)
}
