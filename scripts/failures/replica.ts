import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '@/scripts/database'
import { type Cluster, newCluster, type OwnPostgres, runCluster } from '@/scripts/failures/postgres'
import { migrate } from '@/scripts/migrations'
import { type Home, openHome } from '@/scripts/postgres/home'
import { Refusal } from '@/scripts/refusal'
import { throwAwayFolder } from '@/scripts/testing/folder'

/** The superuser, who copies and pauses, comes in too: to throw-away clusters of this machine. */
const ACCESS = `host all linnet 127.0.0.1/32 scram-sha-256
host all,replication postgres 127.0.0.1/32 trust
`

/** A PostgreSQL and one that follows it by streaming replication. */
export type Pair = {
  primary: OwnPostgres
  replica: OwnPostgres
  /** Has the replica show nothing new, though it receives it. */
  pause: () => Promise<void>
  resume: () => Promise<void>
  /** Every statement that the replica was asked, and what else it wrote into its log. */
  log: () => string
}

/** Starts a migrated, empty PostgreSQL and its replica. */
export async function ownPair(): Promise<Pair> {
  const original = await newCluster()
  writeFileSync(join(original.home.cluster, 'pg_hba.conf'), ACCESS)
  const copy = copyOf(original)
  const primary = await runCluster(original, ['wal_keep_size=512MB'])
  const { port } = new URL(primary.url)
  const following = [`primary_conninfo=host=127.0.0.1 port=${port} user=postgres`, 'wal_retrieve_retry_interval=100ms']
  const replica = await runCluster(copy, [...following, 'log_statement=all', 'max_standby_streaming_delay=1s'])
  await migrate(primary.url)
  const tell = (sql: string) => ask(replica.url.replace(/linnet:[^@]+@/, 'postgres@'), sql)
  return {
    primary,
    replica,
    pause: async () => void (await tell('SELECT pg_wal_replay_pause()')),
    resume: async () => void (await tell('SELECT pg_wal_replay_resume()')),
    log: () => logOf(copy.home),
  }
}

/** A copy of the files that nothing has run on yet, which need no tool to be copied whole. */
function copyOf({ home: original, binaries, password }: Cluster): Cluster {
  const home = openHome(throwAwayFolder())
  const { status, stderr } = spawnSync('cp', ['-a', original.cluster, home.cluster], { encoding: 'utf8' })
  if (status !== 0) throw new Refusal(`The database could not be copied: ${stderr}`)
  // What it says does not matter, but whose it is.
  spawnSync('cp', ['-a', join(home.cluster, 'pg_hba.conf'), join(home.cluster, 'standby.signal')])
  return { home, binaries, password }
}

function logOf({ log }: Home): string {
  return [`${log}.old`, log].map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('')
}
