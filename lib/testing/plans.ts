import pg from 'pg'
import type { Prisma } from '@/lib/generated/prisma/client'

type Statement = { text: string; values: unknown[] }

/** The statements that the work sends to the database, with their values: the very ones, not copies of them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [{ text, values = [] }] = args as [Partial<Statement>]
    if (text && /^\s*(SELECT|WITH|\(|INSERT|UPDATE|DELETE)/i.test(text)) statements.push({ text, values })
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

/** Runs a statement that fills tables with more than the application ever writes at once: without its time limit. */
export async function fill({ text, values }: Prisma.Sql): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query(text, values)
  } finally {
    await client.end()
  }
}

export type Plan = {
  statement: string
  /** The names of the indexes that are read. */
  indexes: string[]
  /** The tables that are read from end to end. */
  scanned: string[]
  /** How many rows were read from tables and indexes, those thrown away among them. */
  rowsRead: number
  ms: number
}

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}

/** How PostgreSQL runs each of the statements, by `EXPLAIN ANALYZE`; nothing that they write stays. */
export async function plansOf(statements: Statement[]): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    const plans: Plan[] = []
    for (const { text, values } of statements) {
      await client.query('BEGIN')
      const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
      await client.query('ROLLBACK')
      const [{ Plan: root, 'Execution Time': ms }] = rows[0]['QUERY PLAN']
      plans.push({ statement: text, ...summaryOf(nodesOf(root)), ms })
    }
    return plans
  } finally {
    await client.end()
  }
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

function summaryOf(nodes: Node[]): Pick<Plan, 'indexes' | 'scanned' | 'rowsRead'> {
  const scans = nodes.filter((node) => node['Relation Name'] !== undefined || node['Index Name'] !== undefined)
  const rowsOf = (node: Node) =>
    (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']
  return {
    indexes: [...new Set(scans.flatMap((node) => node['Index Name'] ?? []))],
    scanned: [...new Set(scans.filter((node) => node['Node Type'] === 'Seq Scan').flatMap((node) => node['Relation Name'] ?? []))],
    rowsRead: Math.round(scans.reduce((sum, node) => sum + rowsOf(node), 0)),
  }
}
