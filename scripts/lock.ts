import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { atEnd } from '@/scripts/lifetime'
import { birthOf } from '@/scripts/processes'
import { codeOf } from '@/scripts/refusal'

/** Who holds a lock: a process, told from later ones with its number by its birth, and the command it runs. */
export type Holder = { pid: number; birth: string | null; command: string }

/** Takes the lock for this process and returns null, or returns the running process that holds it. A dead one's lock is taken over. */
export function takeLock(path: string, command: string): Holder | null {
  const content = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), command } satisfies Holder)
  // Written aside and linked into place, so that nobody ever reads half a lock.
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, content)
  try {
    while (!link(draft, path)) {
      const found = read(path)
      const holder = found && holderIn(found)
      if (holder) return holder
      if (found !== null) removeStale(path, found)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return null
}

/** Gives the lock back, if it is ours. */
export function leaveLock(path: string): void {
  const found = read(path)
  if (found !== null && holderIn(found)?.pid === process.pid) rmSync(path, { force: true })
}

/** The running process that holds the lock, or null. */
export function lockHolder(path: string): Holder | null {
  return holderIn(read(path) ?? '')
}

/** Runs the work alone: waits for whoever holds the lock, and gives it back however the work ends. */
export async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (takeLock(path, 'work')) await sleep(100)
  const leave = () => leaveLock(path)
  const forget = atEnd(leave, leave)
  try {
    return await work()
  } finally {
    forget()
    leave()
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function holderIn(content: string): Holder | null {
  try {
    const holder: Holder = JSON.parse(content)
    return holder.birth !== null && birthOf(holder.pid) === holder.birth ? holder : null
  } catch {
    return null
  }
}

/** Moves a dead holder's lock away. If another process has replaced it meanwhile, that one is put back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) link(aside, path)
  rmSync(aside, { force: true })
}
