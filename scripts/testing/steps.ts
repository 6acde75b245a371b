import { join } from 'node:path'
import { NEXT } from '@/scripts/build'
import { type Result, run } from '@/scripts/children'
import { ensureClient } from '@/scripts/client'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'
import { type Counts, countsIn } from '@/scripts/testing/counts'
import { DIST_DIR, endToEnd } from '@/scripts/testing/end-to-end'
import { testEnvironment } from '@/scripts/testing/environment'

/** Runs one kind of test, with a folder for its reports, and counts. */
export type Step = (folder: string) => Promise<Counts>

const bin = (path: string) => join(ROOT, 'node_modules', path)

/** Every kind of test in the order in which they run, fast ones first. */
export const STEPS: Record<string, Step> = {
  format: () => pass('Checking the format', () => run(bin('@biomejs/biome/bin/biome'), ['format', '.'])),
  lint: () => pass('Linting', () => run(bin('@biomejs/biome/bin/biome'), ['lint', '--error-on-warnings', '.'])),
  types: () => pass('Checking the types', checkTypes),
  unit: (folder) => vitest('unit', folder),
  integration: (folder) => vitest('integration', folder),
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

async function vitest(project: string, folder: string): Promise<Counts> {
  console.log(`… ${project === 'unit' ? 'Unit' : 'Integration'} tests`)
  const report = join(folder, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(bin('vitest/vitest.mjs'), args, { env: testEnvironment(), show: true, stopWith: 'SIGINT' })
  return countsIn(report, code)
}
