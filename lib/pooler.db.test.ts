import { expect, it, vi } from 'vitest'
import { db, transaction } from '@/lib/db'

vi.hoisted(() => {
  process.env.DATABASE_URL += '?pgbouncer=true'
})

const SETTINGS = `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
  current_setting('idle_in_transaction_session_timeout') AS idle`

it('behind a pooler, where connections cannot be told, each transaction is', async () => {
  expect(await transaction((tx) => tx.$queryRawUnsafe(SETTINGS))).toEqual([{ statement: '4s', lock: '3s', idle: '6s' }])
  expect(await transaction((tx) => tx.$queryRawUnsafe(SETTINGS), { timeout: 60_000 })).toEqual([
    { statement: '1min', lock: '1min', idle: '1min' },
  ])
  expect(await db.$queryRawUnsafe(SETTINGS)).toEqual([{ statement: '0', lock: '0', idle: '0' }])
})
