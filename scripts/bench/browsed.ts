import { firstLoadOf } from '@/scripts/bench/first-load'
import { lighthouseOf } from '@/scripts/bench/lighthouse'
import type { Report } from '@/scripts/bench/report'
import type { Known } from '@/scripts/bench/targets'

/** A page as somebody opens it: its name, where it is, and what goes with the request. */
export type Visit = { name: string; url: string; headers: Record<string, string> }

/** The pages that are opened in a browser: the first by a visitor, the others by somebody signed in, for whom they do more. */
export function visitsTo(address: string, { cookie, home, word }: Known): Visit[] {
  const [first] = home
  const author = first?.author.username
  const paths = {
    '/home': '/home',
    '/[username]': `/${author}`,
    'a tweet': `/${author}/status/${first?.id}`,
    '/hashtag/…': `/hashtag/${word}`,
  }
  const signedIn = Object.entries(paths).map(([name, path]) => ({ name, url: `${address}${path}`, headers: { Cookie: cookie } }))
  return [{ name: '/', url: `${address}/`, headers: {} }, ...signedIn]
}

/** How much JavaScript each loads first, beside an empty page. */
export async function scriptsOf(visits: Visit[], bare: string): Promise<Report['scripts']> {
  const sizes = await Promise.all(visits.map(async ({ name, url, headers }) => [name, await firstLoadOf(url, headers)] as const))
  return { bare: await firstLoadOf(bare), pages: Object.fromEntries(sizes) }
}

/** What Lighthouse says of each, one after the other, beside an empty page. */
export async function marksOf(visits: Visit[], bare: string, show: (done: number, all: number) => void): Promise<Report['marks']> {
  const marks: Report['marks'] = []
  const all = [{ name: 'an empty page', url: bare, headers: {} }, ...visits]
  for (const { name, url, headers } of all) {
    marks.push({ name, mobile: await lighthouseOf(url, headers, 'mobile'), desktop: await lighthouseOf(url, headers, 'desktop') })
    show(marks.length, all.length)
  }
  return marks
}
