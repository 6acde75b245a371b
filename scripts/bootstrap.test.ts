import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import vm from 'node:vm'
import { expect, it } from 'vitest'
import { ROOT } from '@/scripts/settings'

const source = readFileSync(join(ROOT, 'scripts/bootstrap.cjs'), 'utf8')

/** What the bootstrap says and does on a Node of that version. */
function bootstrapOn(version: string): { said: string[]; exit: number | null; launched: boolean } {
  const result = { said: [] as string[], exit: null as number | null, launched: false }
  const stop = new Error('exit')
  const exit = (code: number) => {
    result.exit = code
    throw stop
  }
  const launch = () => {
    result.launched = true
  }
  try {
    vm.runInNewContext(source, {
      process: { versions: { node: version }, argv: ['node', 'bootstrap.cjs', 'start'], exit },
      console: { error: (...words: string[]) => result.said.push(format(...words)) },
      require: () => ({ launch }),
    })
  } catch (error) {
    if (error !== stop) throw error
  }
  return result
}

it.each(['0.10.48', '16.20.2', '18.20.8', '20.18.3'])('refuses Node %s in one sentence', (version) => {
  const { said, exit, launched } = bootstrapOn(version)
  expect(said).toEqual([`Linnet needs Node.js 20.19 or newer, and this is ${version}. Get one from https://nodejs.org and try again.`])
  expect({ exit, launched }).toEqual({ exit: 1, launched: false })
})

it.each(['20.19.0', '22.12.0', '24.21.0'])('goes on with Node %s', (version) => {
  expect(bootstrapOn(version)).toEqual({ said: [], exit: null, launched: true })
})

it('is written so that an old Node can read it', () => {
  expect(source).not.toMatch(/\b(const|let|async|await|import)\b|=>|`|\?\.|\?\?/)
})
