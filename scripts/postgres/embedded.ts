import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { atEnd, end } from '@/scripts/lifetime'
import { leaveLock, lockHolder, takeLock } from '@/scripts/lock'
import { LEAVING } from '@/scripts/ports'
import { binariesFor } from '@/scripts/postgres/binaries'
import { createCluster } from '@/scripts/postgres/cluster'
import { findHome, type Home, openDataFolder, openHome, secretIn } from '@/scripts/postgres/home'
import { type Server, startServer, urlOf } from '@/scripts/postgres/server'
import { Refusal } from '@/scripts/refusal'

type Options = { command: string; durable?: boolean }

/** Starts the PostgreSQL in this data folder and keeps it running until the command ends; returns its connection string. One command at a time may. */
export async function startEmbedded(dataDir: string, { command, durable = true }: Options): Promise<string> {
  openDataFolder(dataDir)
  const home = openHome(dataDir)
  await claim(home, dataDir, command)
  const password = secretIn(join(home.folder, 'password'))
  const binaries = binariesFor(home.account, home.folder)
  await createCluster(home, binaries, password, { durable })
  const start = () => startServer(home, binaries, password, { durable })
  return keepRunning(start, await start())
}

/** The connection string of the PostgreSQL that another command runs in this data folder, or null. */
export function runningEmbedded(dataDir: string): string | null {
  const home = findHome(dataDir)
  return home && lockHolder(home.lock) ? urlOf(home) : null
}

async function claim(home: Home, dataDir: string, command: string): Promise<void> {
  let holder = takeLock(home.lock, command)
  for (const until = Date.now() + LEAVING; holder && Date.now() < until; holder = takeLock(home.lock, command)) await sleep(100)
  if (holder)
    throw new Refusal(
      `The data folder ${dataDir} is in use by ${holder.command} (process ${holder.pid}). Stop that, or set LINNET_DATA_DIR to another folder.`,
    )
  const leave = () => leaveLock(home.lock)
  atEnd(leave, leave)
}

/** Starts PostgreSQL again when something kills it; the app's connections come back by themselves. */
function keepRunning(start: () => Promise<Server>, first: Server): string {
  let server = first
  let stopping = false
  const stop = () => {
    stopping = true
    return server.stop()
  }
  atEnd(stop, () => server.kill())
  const watch = async (): Promise<void> => {
    await server.ended
    if (stopping) return
    console.error('PostgreSQL was ended by something else; starting it again.')
    server = await start()
    if (server.url !== first.url) throw new Refusal('PostgreSQL lost its port to another program. Start Linnet again.')
    return watch()
  }
  watch().catch((error) => {
    if (stopping) return
    console.error(error.message)
    void end(1)
  })
  return first.url
}
