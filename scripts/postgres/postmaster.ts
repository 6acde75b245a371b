import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineOf, isRunning, signal, waitForEnd } from '@/scripts/processes'
import { Refusal } from '@/scripts/refusal'

const PATIENCE = 30_000

/** Stops the PostgreSQL that a killed command left running on this cluster, and removes its claim when the number now belongs to another program. */
export async function recover(cluster: string): Promise<void> {
  const pid = postmasterOf(cluster)
  if (pid === null || !isRunning(pid)) return
  if (commandLineOf(pid).includes(cluster)) await stopPostmaster(pid)
  else rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Ends PostgreSQL with everything committed written down. Clients are disconnected, not waited for. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await waitForEnd(pid, PATIENCE)) return
  signal(pid, 'SIGQUIT')
  if (!(await waitForEnd(pid, PATIENCE))) throw new Refusal(`PostgreSQL (process ${pid}) does not stop. End it, and start again.`)
}

/** The process number in the cluster's postmaster.pid, or null. */
function postmasterOf(cluster: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return pid > 0 ? pid : null
  } catch {
    return null
  }
}
