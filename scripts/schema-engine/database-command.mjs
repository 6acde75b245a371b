import pg from 'pg'

/** The two commands that Prisma's CLI runs as a process of their own, `can-connect-to-database` and `create-database`; returns the exit code. */
export async function databaseCommand(command, config) {
  const creating = command === 'create-database'
  const client = new pg.Client(creating ? { ...config, database: 'postgres' } : config)
  try {
    await client.connect()
    if (creating) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(config.database)}`)
    return 0
  } catch (error) {
    report(error)
    return 1
  } finally {
    await client.end().catch(() => {})
  }
}

/** In the words of the binary's log, whose first line the CLI skips. */
function report(error) {
  const message = error instanceof AggregateError ? error.errors.map((each) => each.message).join(', ') : error.message
  const fields = { message, error_code: error.code === '3D000' ? 'P1003' : 'P1001' }
  console.error(`{}\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`)
}
