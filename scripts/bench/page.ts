import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, type Soak, toMarkdown } from '@/scripts/bench/report'
import { run } from '@/scripts/children'
import { ROOT } from '@/scripts/settings'

/** What was measured, by the number of tweets. */
export const REPORTS = join(ROOT, 'docs/benchmarks')

/** What the longest measurement saw. */
export const SOAK = join(REPORTS, 'soak.json')

/** Writes docs/benchmarks.md anew from all that was measured, in the project's format, and answers its text. */
export async function writePage(): Promise<string> {
  const files = readdirSync(REPORTS).filter((file) => /^\d+\.json$/.test(file))
  const reports = files.map((file) => JSON.parse(readFileSync(join(REPORTS, file), 'utf8')) as Report)
  const soak = existsSync(SOAK) ? (JSON.parse(readFileSync(SOAK, 'utf8')) as Soak) : null
  const page = join(ROOT, 'docs/benchmarks.md')
  const text = toMarkdown(
    reports.toSorted((a, b) => b.tweets - a.tweets),
    soak,
  )
  writeFileSync(page, text)
  await run(join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), ['format', '--write', page])
  return text
}
