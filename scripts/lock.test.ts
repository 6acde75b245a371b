import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { leaveLock, locked, lockHolder, takeLock } from '@/scripts/lock'
import { birthOf } from '@/scripts/processes'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linnet-lock-'))
  lock = join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

it('is taken once, and says by whom', () => {
  expect(takeLock(lock, 'npm start')).toBeNull()
  expect(takeLock(lock, 'npm start')).toMatchObject({ pid: process.pid, command: 'npm start' })
  expect(readdirSync(folder)).toEqual(['lock'])
})

it('is free again when it is left', () => {
  takeLock(lock, 'npm start')
  leaveLock(lock)
  expect(lockHolder(lock)).toBeNull()
  expect(takeLock(lock, 'npm start')).toBeNull()
})

it('is taken over from a process that was killed', async () => {
  const other = spawn('sleep', ['60'])
  const holder = { pid: other.pid, birth: birthOf(other.pid ?? 0), command: 'npm start' }
  writeFileSync(lock, JSON.stringify(holder))
  expect(takeLock(lock, 'npm start')).toEqual(holder)
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(takeLock(lock, 'npm start')).toBeNull()
})

it('is taken over when its process number belongs to a later process', () => {
  writeFileSync(lock, JSON.stringify({ pid: process.pid, birth: 'another boot', command: 'npm start' }))
  expect(takeLock(lock, 'npm start')).toBeNull()
})

it.each(['', 'nonsense', '{}'])('is taken over when it says %j', (content) => {
  writeFileSync(lock, content)
  expect(takeLock(lock, 'npm start')).toBeNull()
})

it("leaves another one's lock alone", () => {
  writeFileSync(lock, JSON.stringify({ pid: 1, birth: birthOf(1), command: 'npm start' }))
  leaveLock(lock)
  expect(lockHolder(lock)?.pid).toBe(1)
})

it('lets one work at a time', async () => {
  const said: string[] = []
  const work = (name: string) =>
    locked(lock, async () => {
      said.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      said.push(`${name} ends`)
    })
  await Promise.all([work('a'), work('b')])
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  expect(lockHolder(lock)).toBeNull()
})
