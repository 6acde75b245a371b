import 'server-only'
import { Client } from 'pg'
import { log } from '@/lib/log'
import { connectionSettings } from '@/lib/pool'

/**
 * Does the work unless it is being done under this name in any process of this database; then it answers null at once. The turn is an
 * advisory lock of a transaction, which poolers can hand through too, on a connection of its own, so that the work has the whole pool. Should
 * that connection break, the work goes on without its turn: what is done in turns must bear being done twice.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  const client = new Client(connectionSettings())
  client.on('error', (error) => log.warn({ err: error, name }, 'a turn was lost'))
  try {
    await client.connect()
    await client.query('BEGIN')
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine', [
      `job ${name}`,
    ])
    return rows[0]?.mine ? await work() : null
  } finally {
    // Ends the transaction too.
    await client.end().catch(() => {})
  }
}
