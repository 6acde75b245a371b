import { join } from 'node:path'
import { atEnd } from '@/scripts/lifetime'
import { migrate } from '@/scripts/migrations'
import { binariesFor } from '@/scripts/postgres/binaries'
import { createCluster } from '@/scripts/postgres/cluster'
import { type Home, openHome, secretIn } from '@/scripts/postgres/home'
import { type Server, startServer } from '@/scripts/postgres/server'
import { childrenOf, signal, waitForEnd } from '@/scripts/processes'
import { throwAwayFolder } from '@/scripts/testing/folder'

/** A PostgreSQL of a test's own that keeps its port whatever is done to it. */
export type OwnPostgres = {
  url: string
  start: () => Promise<void>
  stop: () => Promise<void>
  /** Stops every process of it without ending any: connections stay and nothing answers. */
  freeze: () => void
  thaw: () => void
  /** Ends every process of it at once, as a crash does. */
  kill: () => Promise<void>
}

/** A PostgreSQL's files, which nothing has run on yet. */
export type Cluster = { home: Home; binaries: string; password: string }

/** Starts a migrated, empty PostgreSQL with these settings. */
export async function ownPostgres(settings: string[] = []): Promise<OwnPostgres> {
  const postgres = await runCluster(await newCluster(), settings)
  await migrate(postgres.url)
  return postgres
}

export async function newCluster(): Promise<Cluster> {
  const home = openHome(throwAwayFolder())
  const password = secretIn(join(home.folder, 'password'))
  const binaries = binariesFor(home.account, home.folder)
  await createCluster(home, binaries, password, { durable: false })
  return { home, binaries, password }
}

export async function runCluster({ home, binaries, password }: Cluster, settings: string[]): Promise<OwnPostgres> {
  const begin = () => startServer(home, binaries, password, { durable: false, settings })
  let server: Server = await begin()
  const { url } = server
  const all = () => [server.pid, ...childrenOf(server.pid)]
  const kill = async () => {
    const pids = all()
    for (const pid of pids) signal(pid, 'SIGKILL')
    for (const pid of pids) await waitForEnd(pid, 5_000)
  }
  atEnd(kill, () => server.kill())
  return {
    url,
    start: async () => {
      server = await begin()
      if (server.url !== url) throw new Error('PostgreSQL lost its port to another program.')
    },
    stop: () => server.stop(),
    freeze: () => {
      // First the one that starts others, so that none comes after the list was made.
      signal(server.pid, 'SIGSTOP')
      for (const pid of all()) signal(pid, 'SIGSTOP')
    },
    thaw: () => {
      for (const pid of all()) signal(pid, 'SIGCONT')
    },
    kill,
  }
}
