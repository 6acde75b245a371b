import { join } from 'node:path'
import { NEXT } from '@/scripts/build'
import { type Result, run } from '@/scripts/children'
import { cacheFile, ensureClient } from '@/scripts/client'
import { locked } from '@/scripts/lock'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'
import { type Counts, countsIn } from '@/scripts/testing/counts'
import { BUILD_LOCK, buildForTests, DIST_DIR, endToEnd } from '@/scripts/testing/end-to-end'
import { testEnvironment } from '@/scripts/testing/environment'

/** Runs one kind of test, with a folder for its reports, and counts. */
export type Step = (folder: string) => Promise<Counts>

const bin = (path: string) => join(ROOT, 'node_modules', path)

/** Every kind of test in the order in which they run, fast ones first. */
export const STEPS: Record<string, Step> = {
  format: () => pass('Checking the format', () => run(bin('@biomejs/biome/bin/biome'), ['format', '.'])),
  lint: () => pass('Linting', () => run(bin('@biomejs/biome/bin/biome'), ['lint', '--error-on-warnings', '.'])),
  floors: () => pass('Looking for old dependencies', () => run(join(ROOT, 'scripts/floors.ts'), [], { nodeArgs: ['--import', 'tsx'] })),
  types: () => pass('Checking the types', checkTypes),
  unit: (folder) => vitest('unit', folder),
  // With one it waits for the database half of the time.
  integration: (folder) => vitest('integration', folder, ['--maxWorkers=2']),
  failures: (folder) => onBuild(() => vitest('failures', folder, ['--maxWorkers=2'])),
  // Its files share one database.
  serverless: (folder) => onBuild(() => vitest('serverless', folder, ['--maxWorkers=1'])),
  processes: (folder) => onBuild(() => vitest('processes', folder, ['--maxWorkers=1'])),
  'end to end': endToEnd,
}

/** Runs the steps in order, all of them whatever fails, and shows what failed. */
export async function runSteps(names: string[], folder: string): Promise<Counts[]> {
  await ensureClient()
  const counts: Counts[] = []
  for (const name of names) {
    try {
      counts.push((await STEPS[name]?.(folder)) ?? { passed: 0, failed: 1 })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      console.error(error.message)
      counts.push({ passed: 0, failed: 1 })
    }
  }
  return counts
}

/** A check that counts nothing by itself: one passed or one failed, and then with what it said. */
async function pass(label: string, work: () => Promise<Result>): Promise<Counts> {
  await step(label, async () => {
    const { code, output } = await work()
    if (code !== 0) throw new Refusal(output.trim())
  })
  return { passed: 1, failed: 0 }
}

async function checkTypes(): Promise<Result> {
  const generated = await run(NEXT, ['typegen'], { env: testEnvironment({ NODE_ENV: 'production', LINNET_DIST_DIR: DIST_DIR }) })
  return generated.code === 0 ? run(bin('typescript/bin/tsc'), ['--noEmit']) : generated
}

/** What needs the built app, which the end-to-end tests then need not build. */
function onBuild(work: () => Promise<Counts>): Promise<Counts> {
  return locked(cacheFile(BUILD_LOCK), async () => {
    await buildForTests()
    return work()
  })
}

const LABELS = {
  unit: 'Unit tests',
  integration: 'Integration tests',
  failures: 'Tests of failures',
  serverless: 'Tests on an imitated serverless host',
  processes: 'Tests of several processes',
}

async function vitest(project: keyof typeof LABELS, folder: string, more: string[] = []): Promise<Counts> {
  console.log(`… ${LABELS[project]}`)
  const report = join(folder, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more]
  const { code } = await run(bin('vitest/vitest.mjs'), args, { env: testEnvironment(), show: true, stopWith: 'SIGINT' })
  return countsIn(report, code)
}
