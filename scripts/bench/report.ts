import type { Marks } from '@/scripts/bench/lighthouse'
import type { Sample } from '@/scripts/bench/load'

/** What one run measured, with a world of this size. */
export type Report = {
  users: number
  tweets: number
  cpu: string
  node: string
  seconds: number
  rounds: number
  lines: { name: string; ours: Sample; floor: Sample; next: Sample }[]
  /** Bytes of JavaScript that a page loads first, and that of a Next.js page with nothing in it. */
  scripts: { bare: number; pages: Record<string, number> }
  marks: { name: string; mobile: Marks; desktop: Marks }[]
}

const INTRODUCTION = `# Benchmarks

\`npm run bench:data\` fills a database of its own, \`npm run bench\` measures and writes this page. Each line is measured beside a **floor**, \`node:http\` and \`pg\` with one
prepared statement that returns the same twenty tweets (or inserts one) for anybody and checks nothing, and beside an endpoint of **Next.js** that answers nothing (for pages: a
static page of the same markup as /home). The three take turns, sixteen connections each, after a warm-up; what stands here are medians. Machines differ and are noisy: the ratios
count, not the figures. Linnet runs as one process here, as the other two do.
`

/** What `npm run bench:soak` saw: memory in MB, in the second quarter and in the second half. */
export type Soak = {
  minutes: number
  processes: number
  rate: number
  requests: number
  failed: number
  p50: number
  p99: number
  before: number
  after: number
}

/** The page of all reports, the largest world first. */
export function toMarkdown(reports: Report[], soak: Soak | null): string {
  const [full, ...smaller] = reports
  if (!full) return INTRODUCTION
  return [
    INTRODUCTION,
    section(full),
    ...smaller.map((small) => growth(full, small)),
    scripts(full),
    full.marks.length > 0 ? lighthouse(full) : '',
    soak ? lasting(soak) : '',
  ].join('\n')
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const ratio = (a: number, b: number) => (b > 0 ? (a / b).toFixed(2) : '–')

function section({ users, tweets, cpu, node, seconds, rounds, lines }: Report): string {
  const rows = lines.map(({ name, ours, floor, next }) =>
    [
      name,
      whole(ours.perSecond),
      ours.p50.toFixed(0),
      ours.p99.toFixed(0),
      ours.cpuMs.toFixed(2),
      whole(floor.perSecond),
      `**${ratio(ours.perSecond, floor.perSecond)}**`,
      ratio(ours.perSecond, next.perSecond),
    ].join(' | '),
  )
  return `## ${whole(users)} people, ${whole(tweets)} tweets

${cpu}, Node.js ${node}, ${rounds} rounds of ${seconds} seconds.

| | requests/s | p50 ms | p99 ms | CPU ms | floor requests/s | of the floor | of Next.js |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
`
}

/** What it costs in a larger world: beside the floor of the same run, so that what else the machine did then counts little. */
function growth(full: Report, small: Report): string {
  const shareOf = ({ ours, floor }: Report['lines'][number]) => ours.perSecond / floor.perSecond
  const rows = full.lines.flatMap((line) => {
    const before = small.lines.find(({ name }) => name === line.name)
    if (!before) return []
    const [was, is] = [shareOf(before), shareOf(line)]
    return `| ${[line.name, was.toFixed(2), is.toFixed(2), ratio(was, is), before.ours.cpuMs.toFixed(2), line.ours.cpuMs.toFixed(2)].join(' | ')} |`
  })
  return `## From ${whole(small.tweets)} tweets to ${whole(full.tweets)}

The cost is how much less there is of it, beside the floor of the same run.

| | of the floor before | of the floor | cost | CPU ms before | CPU ms |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function scripts({ scripts: { bare, pages } }: Report): string {
  const rows = Object.entries(pages).map(([name, size]) => `| ${name} | ${(size / 1_000).toFixed(1)} | ${ratio(size, bare)} |`)
  return `## JavaScript that a page loads first

Compressed by gzip. A page of Next.js with nothing in it loads ${(bare / 1_000).toFixed(1)} kB.

| page | kB | of that |
| --- | --- | --- |
${rows.join('\n')}
`
}

function lighthouse({ marks }: Report): string {
  const rows = marks.flatMap(({ name, ...devices }) =>
    (['desktop', 'mobile'] as const).map((device) => {
      const { performance, accessibility, bestPractices, lcpMs, tbtMs, cls } = devices[device]
      return `| ${[name, device, performance, accessibility, bestPractices, whole(lcpMs), whole(tbtMs), cls.toFixed(3)].join(' | ')} |`
    }),
  )
  return `## Lighthouse

The middle one of three visits with an empty cache: by a desktop computer, and by a slow phone on a slow line, which Lighthouse imitates on this machine and which this machine's own moods reach most.

| page | device | performance | accessibility | best practices | largest paint ms | blocked ms | layout shift |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function lasting({ minutes, processes, rate, requests, failed, p50, p99, before, after }: Soak): string {
  return `## Half of what it can, for ${minutes} minutes

${processes} processes, ${whole(rate)} requests a second of every kind, ${whole(requests)} in all: ${whole(failed)} failed, ${p50} ms in the middle, ${p99} ms at p99. Memory of all processes:
${whole(before)} MB in the second quarter, ${whole(after)} MB in the second half.
`
}
