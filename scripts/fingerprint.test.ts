import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fingerprint } from '@/scripts/fingerprint'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linnet-fingerprint-'))
  mkdirSync(join(root, 'app/home'), { recursive: true })
  writeFileSync(join(root, 'app/home/page.tsx'), 'one')
})

afterEach(() => rmSync(root, { recursive: true }))

it('stays the same while nothing changes', () => {
  expect(fingerprint(['app'], { root })).toBe(fingerprint(['app'], { root }))
})

it.each([
  ['a file says something else', () => writeFileSync(join(root, 'app/home/page.tsx'), 'two')],
  ['a file is added', () => writeFileSync(join(root, 'app/more.tsx'), '')],
  ['a file is removed', () => rmSync(join(root, 'app/home/page.tsx'))],
  ['a missing path appears', () => writeFileSync(join(root, 'proxy.ts'), '')],
])('changes when %s', (_, change) => {
  const before = fingerprint(['app', 'proxy.ts'], { root })
  change()
  expect(fingerprint(['app', 'proxy.ts'], { root })).not.toBe(before)
})

it('minds what is said besides the files, and not what is ignored', () => {
  const before = fingerprint(['app'], { root, ignore: /\.test\.ts$/ })
  writeFileSync(join(root, 'app/page.test.ts'), '')
  expect(fingerprint(['app'], { root, ignore: /\.test\.ts$/ })).toBe(before)
  expect(fingerprint(['app'], { root, ignore: /\.test\.ts$/, more: 'NEXT_PUBLIC_X' })).not.toBe(before)
})
