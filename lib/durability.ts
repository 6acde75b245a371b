import { setTimeout as sleep } from 'node:timers/promises'
import { pool } from '@/lib/db'
import { log } from '@/lib/log'

const AGAIN_MS = 2_000

/** The settings with which PostgreSQL may lose what it has said is kept: what a crash of the database takes, and what one of the machine does. */
type Settings = { commit: string; fsync: string; pages: string }

/**
 * Ends the process with a sentence when the database, as the app's own role has it, acknowledges what a crash would lose. A database that
 * does not answer now is asked again until it does: that it is away is no reason not to start.
 */
export async function requireDurability(): Promise<void> {
  const settings = await askSettings()
  if (settings) return judge(settings)
  void askAgain()
}

async function askAgain(): Promise<void> {
  let settings: Settings | null = null
  while (!settings) {
    await sleep(AGAIN_MS, undefined, { ref: false })
    settings = await askSettings()
  }
  judge(settings)
}

/** As a session of the app has them: what is set for its role or its database counts. */
async function askSettings(): Promise<Settings | null> {
  try {
    const sql = `SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages`
    return (await pool.query<Settings>(sql)).rows[0] ?? null
  } catch (error) {
    if (error instanceof Error && error.message.includes('unsupported startup parameter'))
      refuse('The database is behind a pooler in transaction mode: add ?pgbouncer=true to DATABASE_URL.')
    log.warn({ err: error }, 'the database does not answer yet')
    return null
  }
}

function judge({ commit, fsync, pages }: Settings): void {
  if (commit === 'off')
    refuse(
      'synchronous_commit is off in the database: what it says is saved would be lost when it crashes. Switch it on for the server, or with ALTER DATABASE … SET synchronous_commit = on, and where it is set for the role with ALTER ROLE … RESET synchronous_commit.',
    )
  // Some hosts switch these off with storage below that makes up for it, which cannot be seen from here.
  if (fsync === 'off' || pages === 'off')
    log.warn({ fsync, fullPageWrites: pages }, 'unless its storage makes up for it, the database loses data when its machine crashes')
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
