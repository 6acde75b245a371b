import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startBare } from '@/scripts/bench/bare'
import { marksOf, scriptsOf, visitsTo } from '@/scripts/bench/browsed'
import { benchDatabase } from '@/scripts/bench/database'
import { type Place, startLinnet, worldIn } from '@/scripts/bench/linnet'
import { load, median, type Sample, type Target } from '@/scripts/bench/load'
import { REPORTS, writePage } from '@/scripts/bench/page'
import type { Report } from '@/scripts/bench/report'
import { type Known, lookAround, type Measured, measuredAt } from '@/scripts/bench/targets'
import { type Child, startNode } from '@/scripts/children'
import { ensureClient } from '@/scripts/client'
import { command } from '@/scripts/lifetime'
import { migrate } from '@/scripts/migrations'
import { freePort } from '@/scripts/ports'
import { bar } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT, readSettings } from '@/scripts/settings'

command(async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      lighthouse: { type: 'boolean', default: true },
    },
    allowNegative: true,
  })
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)]
  if (!(seconds >= 1 && rounds >= 1)) throw new Refusal('npm run bench -- [--seconds 5] [--rounds 3] [--no-lighthouse]')
  await ensureClient()
  const url = await benchDatabase('npm run bench', { durable: true })
  const world = await worldIn(url)
  await migrate(url)
  const app = await startLinnet(url)
  const known = await lookAround(app.address)
  const floor = await startFloor(url, known)
  const markup = await (await fetch(`${app.address}/home`, { headers: { Cookie: known.cookie } })).text()
  const bare = await startEmpty(/<body[^>]*>([\s\S]*)<\/body>/.exec(markup)?.[1]?.replaceAll(/<script[\s\S]*?<\/script>/g, '') ?? '')
  const lines = await bar('Measuring', (show) =>
    measureAll(measuredAt(app.address, app.pid, known), { floor, bare }, { seconds, rounds, show }),
  )
  const visits = visitsTo(app.address, known)
  const scripts = await scriptsOf(visits, bare.address)
  const marks = values.lighthouse ? await bar('Opening pages', (show) => marksOf(visits, bare.address, show)) : []
  await keep({
    ...world,
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'a processor'}`,
    node: process.version,
    seconds,
    rounds,
    lines,
    scripts,
    marks,
  })
  return 0
})

async function startFloor(url: string, { home }: Known): Promise<Place> {
  const port = await freePort()
  const [first] = home
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    TWEETS: home.map(({ id }) => id).join(','),
    AUTHOR: first?.author.id ?? '',
  }
  return placeOf(port, startNode(join(ROOT, 'scripts/bench/floor.ts'), [], { env, nodeArgs: ['--import', 'tsx'] }))
}

async function startEmpty(markup: string): Promise<Place> {
  const port = await freePort()
  return placeOf(port, await startBare(join(readSettings('production').dataDir, 'bench/bare'), port, markup))
}

async function placeOf(port: number, child: Child): Promise<Place> {
  const address = `http://localhost:${port}`
  for (const until = Date.now() + 30_000; ; await sleep(50)) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { address, pid: child.process.pid ?? 0 }
    if (Date.now() > until) throw new Refusal(`${address} does not answer.\n${child.output()}`)
  }
}

type Beside = { floor: Place; bare: Place }
type How = { seconds: number; rounds: number; show: (done: number, all: number) => void }

/** Each beside the floor and an empty endpoint of Next.js, in turns, so that what else the machine does meets all alike. */
async function measureAll(all: Measured[], { floor, bare }: Beside, { seconds, rounds, show }: How): Promise<Report['lines']> {
  const lines: Report['lines'] = []
  const steps = all.length * rounds
  for (const { name, target, floor: kind } of all) {
    const page = name.startsWith('page')
    const targets: Record<'ours' | 'floor' | 'next', Target> = {
      ours: target,
      floor: { url: `${floor.address}/${kind}`, pid: floor.pid },
      next: { url: `${bare.address}/${page ? 'same' : 'empty'}`, pid: bare.pid },
    }
    const samples: Record<keyof typeof targets, Sample[]> = { ours: [], floor: [], next: [] }
    for (const one of Object.values(targets)) await load(one, 1)
    for (let round = 0; round < rounds; round++) {
      for (const who of ['ours', 'floor', 'next'] as const) samples[who].push(await load(targets[who], seconds))
      show(lines.length * rounds + round + 1, steps)
    }
    lines.push({ name, ours: median(samples.ours), floor: median(samples.floor), next: median(samples.next) })
  }
  return lines
}

/** Keeps what was measured with this size, and writes the page of all sizes. */
async function keep(report: Report): Promise<void> {
  mkdirSync(REPORTS, { recursive: true })
  writeFileSync(join(REPORTS, `${report.tweets}.json`), `${JSON.stringify(report, null, 2)}\n`)
  console.log(await writePage())
}
