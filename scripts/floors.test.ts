import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { complaints, findBelow, findGone } from '@/scripts/floors'
import { FLOORS } from '@/scripts/floors-list'
import { ROOT } from '@/scripts/settings'

const floor = { name: 'nest', fixed: ['1.4.2', '3.0.1'], advisory: 'GHSA-aaaa-bbbb-cccc', about: 'a cuckoo' }
const lockOf = (...packages: [string, string][]) => ({
  packages: { '': { version: '0.1.0' }, ...Object.fromEntries(packages.map(([path, version]) => [`node_modules/${path}`, { version }])) },
})

it.each([
  ['1.4.1', true],
  ['1.4.2', false],
  ['1.10.0', false],
  ['1.4.2-beta.1', true],
  ['1.4.3-beta.1', false],
  ['2.9.9', true],
  ['3.0.0', true],
  ['3.0.1', false],
  ['3.1.0-rc.1', false],
  ['4.0.0', false],
  ['0.9.0', true],
])('%s of a package fixed in 1.4.2 and 3.0.1 is below: %j', (version, below) => {
  expect(findBelow(lockOf(['nest', version]), [floor])).toHaveLength(below ? 1 : 0)
})

it('looks at every depth, and only at the package itself', () => {
  const lock = lockOf(['tree/node_modules/nest', '1.0.0'], ['nest-box', '1.0.0'], ['@birds/nest', '1.0.0'], ['nest', '3.0.1'])
  expect(findBelow(lock, [floor]).map(({ path }) => path)).toEqual(['node_modules/tree/node_modules/nest'])
})

it('says what to do', () => {
  const [line] = complaints(lockOf(['nest', '1.0.0']), [floor])
  expect(line).toMatch(/^node_modules\/nest is 1\.0\.0: GHSA-aaaa-bbbb-cccc, a cuckoo, is fixed in 1\.4\.2 and 3\.0\.1\. Update it/)
  expect(findGone(lockOf(['tree', '1.0.0']), [floor])).toEqual(['nest'])
})

it('names advisories as GitHub does, and finds nothing wrong with our own lock file', () => {
  for (const { advisory, fixed } of FLOORS) {
    expect(advisory).toMatch(/^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/)
    for (const version of fixed) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  }
  expect(complaints(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))).toEqual([])
})
