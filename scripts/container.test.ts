import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '@/scripts/settings'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

type Instruction = { name: string; text: string }
type Stage = { name: string; base: string; instructions: Instruction[] }

/** The stages of the Dockerfile, with the lines that a backslash parts put together. */
function stagesOf(text: string): Stage[] {
  const stages: Stage[] = []
  for (const line of text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)) {
    const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? []
    const from = /^(\S+) AS (\S+)$/.exec(rest)
    if (name === 'FROM') stages.push({ base: from?.[1] ?? '', name: from?.[2] ?? '', instructions: [] })
    else stages.at(-1)?.instructions.push({ name, text: rest })
  }
  return stages
}

const stages = stagesOf(read('Dockerfile'))
const ofStage = (stage: Stage, name: string) => stage.instructions.filter((instruction) => instruction.name === name)

it('is built of images whose version is named, on the Node that everything else runs on', () => {
  for (const [index, { base }] of stages.entries()) {
    if (stages.slice(0, index).some(({ name }) => name === base)) continue
    expect(base).toMatch(/^(node|debian):\d/)
    if (base.startsWith('node:')) expect(base).toBe(`node:${Number.parseInt(read('.nvmrc').replace('v', ''), 10)}-slim`)
  }
})

it('copies only what is there, and nothing that is kept out', () => {
  const keptOut = read('.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  const names = stages.map(({ name }) => name)
  for (const stage of stages)
    for (const { text } of ofStage(stage, 'COPY')) {
      const words = text.split(' ')
      const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
      if (from) expect(names).toContain(from)
      else
        for (const source of words.slice(0, -1)) {
          expect(existsSync(join(ROOT, source)), source).toBe(true)
          expect(keptOut).not.toContain(source)
        }
    }
  expect(keptOut).toEqual(expect.arrayContaining(['.data', '.env', '.env.*', '.git', 'node_modules']))
})

it('runs as nobody of importance, without a shell, and what serves says how it is', () => {
  for (const name of ['app', 'tools', 'pgbouncer']) {
    const stage = stages.find((one) => one.name === name) as Stage
    expect(ofStage(stage, 'USER').at(-1)?.text).toMatch(/^(node|postgres)$/)
    expect(JSON.parse(ofStage(stage, 'CMD').at(-1)?.text ?? '')).toEqual(expect.any(Array))
    if (name !== 'tools') expect(JSON.parse(/CMD (\[.*\])$/.exec(ofStage(stage, 'HEALTHCHECK')[0]?.text ?? '')?.[1] ?? '')).toHaveLength(3)
  }
  expect(stages.at(-1)?.name, 'what docker build makes').toBe('app')
})

it('is put together of stages and variables that there are', () => {
  const compose = read('compose.yaml')
  const targets = [...compose.matchAll(/target: ([a-z]+)$/gm)].map(([, target]) => target)
  expect(targets).toEqual(['pgbouncer', 'tools', 'app'])
  const documented = read('.env.example')
  for (const [, name = ''] of compose.matchAll(/\$\{([A-Z_]+)/g)) {
    if (name !== 'POSTGRES_PASSWORD') expect(documented, name).toMatch(new RegExp(`^# ${name}=`, 'm'))
  }
})
