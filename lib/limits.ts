import { isIPv6 } from 'node:net'

/** So many times in so many seconds. */
export type Limit = { points: number; seconds: number }

/**
 * How often what may be done. Each is counted per account, or per address where nobody is signed in; `login` per account that is tried
 * and address, so that a stranger's guesses never lock anybody out. `refusal` is what a person reads who did it too often.
 */
export const LIMITS = {
  'signed-out': { points: 300, seconds: 300, refusal: 'That is a lot of requests in a short time.' },
  'signed-in': { points: 1_500, seconds: 300, refusal: 'That is a lot of requests in a short time.' },
  prefetch: { points: 3_000, seconds: 300, refusal: 'That is a lot of requests in a short time.' },
  login: { points: 10, seconds: 300, refusal: 'Too many attempts with this account.' },
  'login-address': { points: 25, seconds: 300, refusal: 'Too many attempts to sign in.' },
  signup: { points: 5, seconds: 1_800, refusal: 'Too many accounts were opened from here.' },
  mails: { points: 5, seconds: 3_600, refusal: 'We were asked for too many mails.' },
  tweets: { points: 60, seconds: 900, refusal: 'That is a lot of tweets in a short time.' },
  likes: { points: 400, seconds: 900, refusal: 'That is a lot in a short time.' },
  follows: { points: 400, seconds: 900, refusal: 'That is a lot in a short time.' },
  reports: { points: 20, seconds: 1_800, refusal: 'That is a lot of reports in a short time.' },
  uploads: { points: 30, seconds: 1_800, refusal: 'That is a lot of images in a short time.' },
  search: { points: 60, seconds: 60, refusal: 'That is a lot of searches in a short time.' },
} as const satisfies Record<string, Limit & { refusal: string }>

export type LimitName = keyof typeof LIMITS

/** Limits that differ from the table; `off` where there are none at all. */
export type LimitChanges = Partial<Record<LimitName, Limit>> | 'off'

const UNITS = { s: 1, m: 60, h: 3_600 }

/** Reads `login=10/5m,tweets=60/15m` or `off`. Throws an Error that says what is wrong. */
export function parseLimits(text: string): LimitChanges {
  if (text.trim() === 'off') return 'off'
  const changes: LimitChanges = {}
  for (const part of text.split(',').filter((part) => part.trim() !== '')) {
    const [, name = '', points, count, unit] = /^\s*([\w-]+)\s*=\s*(\d{1,9})\s*\/\s*(\d{0,6})([smh])\s*$/.exec(part) ?? []
    if (!isLimitName(name))
      throw new Error(`${JSON.stringify(part.trim())} is none of ${Object.keys(LIMITS).join(', ')} as in login=10/5m, nor off.`)
    const seconds = Number(count || 1) * UNITS[unit as keyof typeof UNITS]
    if (Number(points) < 1 || seconds < 1) throw new Error(`${JSON.stringify(part.trim())} must allow at least 1 in at least 1s.`)
    changes[name] = { points: Number(points), seconds }
  }
  return changes
}

/** How long to wait, in words: "40 seconds", "1 minute", "2 hours"; never less than it is. */
export function inWords(seconds: number): string {
  const [count, unit] =
    seconds < 60 ? [seconds, 'second'] : seconds < 3_600 ? [Math.ceil(seconds / 60), 'minute'] : [Math.ceil(seconds / 3_600), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** The network that one subscriber has: an IPv4 address, or of an IPv6 address the first 64 bits (RFC 4291 §2.5.4). */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name)
}
