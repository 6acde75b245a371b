import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { setAside } from '@/scripts/backup/aside'
import { connect } from '@/scripts/backup/connection'
import type { Rows } from '@/scripts/bench/rows'
import { step } from '@/scripts/progress.cjs'

/** How many rows are written at once. */
const BATCH = 500
/** Tables of which PostgreSQL makes more than it is given are filled on two connections. */
const HALVES = 2

/** Fills empty tables of a migrated database: first the rows, then what checks and indexes them, each in one go. */
export async function fillTables(url: string, tables: Rows[], show: (done: number, all: number) => void): Promise<void> {
  const client = await connect(url)
  try {
    const back = await setAside(client)
    const all = tables.reduce((sum, { count }) => sum + count, 0)
    let done = 0
    const progress = (rows: number) => {
      done += rows
      show(done, all)
    }
    for (const table of tables) await fillTable(url, table, progress)
    await step('Making the indexes', () => restore(client, url, back))
    await step('Counting for the planner', () => client.query('VACUUM (ANALYZE)'))
  } finally {
    await client.end()
  }
}

/** The same rows on each connection, every second batch of them. */
async function fillTable(url: string, { table, columns, rows }: Rows, progress: (rows: number) => void): Promise<void> {
  // Making rows leaves little time for anything else, so that both are connected first.
  const clients = await Promise.all(Array.from({ length: HALVES }, () => connect(url)))
  try {
    const copies = clients.map((client, half) => {
      const copy = client.query(from(`COPY ${table} (${columns}) FROM STDIN`))
      return pipeline(Readable.from(batchesOf(rows(), half, progress), { objectMode: false }), copy)
    })
    await Promise.all(copies)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

function* batchesOf(rows: Iterable<string>, half: number, progress: (rows: number) => void): Iterable<Buffer> {
  let [batch, count, place] = ['', 0, 0]
  for (const row of rows) {
    if (place % HALVES === half) batch += row
    if (++count < BATCH) continue
    if (batch) {
      yield Buffer.from(batch)
      progress(count)
    }
    ;[batch, count, place] = ['', 0, place + 1]
  }
  if (batch) {
    yield Buffer.from(batch)
    progress(count)
  }
}

/** Indexes before what refers to them; two at a time. */
async function restore(client: pg.Client, url: string, statements: string[]): Promise<void> {
  const indexes = statements.filter((statement) => statement.startsWith('CREATE'))
  const work = Array.from({ length: 2 }, async () => {
    const own = await connect(url)
    try {
      await own.query(`SET maintenance_work_mem = '512MB'`)
      for (let next = indexes.shift(); next; next = indexes.shift()) await own.query(next)
    } finally {
      await own.end()
    }
  })
  await Promise.all(work)
  for (const statement of statements.filter((one) => !one.startsWith('CREATE'))) await client.query(statement)
}
