import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FLOORS, type Floor } from '@/scripts/floors-list'
import { command } from '@/scripts/lifetime'
import { ROOT } from '@/scripts/settings'

/** A package in the lock file that is older than a security fix of it. */
export type Below = { path: string; version: string; floor: Floor }

type Lock = { packages: Record<string, { version?: string }> }

/** Every instance of a listed package, at any depth, that is below its floor. */
export function findBelow(lock: Lock, floors: Floor[] = FLOORS): Below[] {
  return Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.split('node_modules/').pop()
    return version
      ? floors.filter((floor) => floor.name === name && isBelow(version, floor.fixed)).map((floor) => ({ path, version, floor }))
      : []
  })
}

/** The names in the list that are not in the lock file any more. */
export function findGone(lock: Lock, floors: Floor[] = FLOORS): string[] {
  const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').pop()))
  return [...new Set(floors.map(({ name }) => name))].filter((name) => !names.has(name))
}

/** A fix in one's own major version counts; without one there, the next major version that has it. A version before its release is below it. */
function isBelow(version: string, fixed: string[]): boolean {
  const all = fixed.map(parts).toSorted(compare)
  const own = parts(version)
  const needed = all.find(([major]) => major === own[0]) ?? all.at(-1) ?? []
  const order = compare(own, needed)
  return order < 0 || (order === 0 && version.includes('-'))
}

function parts(version: string): number[] {
  return version.split('-')[0]?.split('.').map(Number) ?? []
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** What is wrong with the lock file, a line each. */
export function complaints(lock: Lock, floors: Floor[] = FLOORS): string[] {
  return [
    ...findBelow(lock, floors).map(
      ({ path, version, floor: { advisory, about, fixed } }) =>
        `${path} is ${version}: ${advisory}, ${about}, is fixed in ${fixed.join(' and ')}. Update it, or add it to overrides in package.json.`,
    ),
    ...findGone(lock, floors).map((name) => `${name} is no dependency any more: take it out of scripts/floors-list.ts.`),
  ]
}

if (process.argv[1] === import.meta.filename)
  command(async () => {
    const wrong = complaints(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
    for (const line of wrong) console.error(line)
    if (wrong.length === 0) console.log(`No dependency is below the ${FLOORS.length} security fixes of scripts/floors-list.ts.`)
    return wrong.length === 0 ? 0 : 1
  })
