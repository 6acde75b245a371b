import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureBrowser } from '@/scripts/browser'
import { startProgram } from '@/scripts/children'
import { Refusal } from '@/scripts/refusal'

/** Fetched when it is first wanted: with what it needs it is as large as everything else together, and only this measures with it. */
const LIGHTHOUSE = 'lighthouse@13.5.0'

const RUNS = 3

/** What keeps a browser from asking any other host. */
const ALONE = [
  '--headless',
  '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE localhost"',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
].join(' ')

const category = z.object({ score: z.number() })
const audit = z.object({ numericValue: z.number() })

const result = z.object({
  categories: z.object({ performance: category, accessibility: category, 'best-practices': category }),
  audits: z.object({ 'largest-contentful-paint': audit, 'total-blocking-time': audit, 'cumulative-layout-shift': audit }),
})

/** What Lighthouse says of a page: scores of a hundred, and its times in milliseconds. */
export type Marks = { performance: number; accessibility: number; bestPractices: number; lcpMs: number; tbtMs: number; cls: number }

export type Device = 'mobile' | 'desktop'

/**
 * What Lighthouse says of the page at `url` on a slow phone, or on a desktop: of each number the middle one of three runs, each in a
 * browser of its own that knows no host but this one. `headers` go with every request, so that a cookie signs somebody in.
 */
export async function lighthouseOf(url: string, headers: Record<string, string> = {}, device: Device = 'mobile'): Promise<Marks> {
  const all: Marks[] = []
  while (all.length < RUNS) all.push(await once(url, headers, device))
  const middle = (of: keyof Marks) => all.map((marks) => marks[of]).toSorted((a, b) => a - b)[RUNS >> 1] ?? Number.NaN
  return {
    performance: middle('performance'),
    accessibility: middle('accessibility'),
    bestPractices: middle('bestPractices'),
    lcpMs: middle('lcpMs'),
    tbtMs: middle('tbtMs'),
    cls: middle('cls'),
  }
}

async function once(url: string, headers: Record<string, string>, device: Device): Promise<Marks> {
  const folder = await mkdtemp(join(tmpdir(), 'linnet-lighthouse-'))
  const file = join(folder, 'result.json')
  const wanted = ['--only-categories=performance,accessibility,best-practices', ...(device === 'desktop' ? ['--preset=desktop'] : [])]
  const how = [`--extra-headers=${JSON.stringify(headers)}`, `--chrome-flags=${ALONE}`, '--output=json', `--output-path=${file}`, '--quiet']
  try {
    const child = startProgram('npm', ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', url, ...wanted, ...how], {
      env: { ...process.env, CHROME_PATH: await ensureBrowser() },
    })
    await child.exited
    const said = await readFile(file, 'utf8').catch(() => {
      throw new Refusal(`Lighthouse could not look at ${url}. It said:\n${child.output()}`)
    })
    return marksOf(result.parse(JSON.parse(said)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function marksOf({ categories, audits }: z.infer<typeof result>): Marks {
  const score = (of: keyof typeof categories) => Math.round(categories[of].score * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    lcpMs: audits['largest-contentful-paint'].numericValue,
    tbtMs: audits['total-blocking-time'].numericValue,
    cls: audits['cumulative-layout-shift'].numericValue,
  }
}
