import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allMigrations } from '@/scripts/migration'
import { ROOT } from '@/scripts/settings'

/** The last one from before these rules. */
const BEFORE_RULES = '20261123130000_moderation'

const CONTRACTS =
  /\b(DROP\s+(TABLE|COLUMN|TYPE|FUNCTION)|RENAME\s+(TO|COLUMN)|SET\s+NOT\s+NULL|ALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE)\b/i

/** What is wrong with a migration's text, a line each. */
function complaints(sql: string): string[] {
  const comments = sql.split('\n').filter((line) => line.startsWith('--'))
  const statements = sql
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean)
  const made = new Set([...sql.matchAll(/CREATE\s+(?:UNLOGGED\s+)?TABLE\s+"(\w+)"/gi)].map(([, table]) => table))
  const indexed = [...sql.matchAll(/CREATE\s+(?:UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY)"\w+"\s+ON\s+"(\w+)"/gi)].map(([, table]) => table)
  return [
    ...comments.filter((line) => line.includes(';')).map(() => 'a semicolon in a comment'),
    ...(statements.some((one) => /\bCONCURRENTLY\b/i.test(one)) && statements.length > 1 ? ['an index concurrently, and not alone'] : []),
    ...indexed.filter((table) => !made.has(table)).map((table) => `an index of ${table} that is not made concurrently`),
    ...statements.filter((one) => /^(UPDATE|DELETE)\b/i.test(one)).map(() => 'rows that are changed'),
    ...(CONTRACTS.test(statements.join(';')) && !comments.some((line) => line.startsWith('-- Contract:'))
      ? ['what the release before needs']
      : []),
  ]
}

it.each(allMigrations().filter((name) => name > BEFORE_RULES))('%s keeps to the rules of CONTRIBUTING.md', (name) => {
  expect(complaints(readFileSync(join(ROOT, 'prisma/migrations', name, 'migration.sql'), 'utf8'))).toEqual([])
})

describe('would notice', () => {
  it.each([
    ['-- First this; then that.\nSELECT 1;', ['a semicolon in a comment']],
    ['CREATE INDEX CONCURRENTLY "a" ON "tweets"("id");\nSELECT 1;', ['an index concurrently, and not alone']],
    ['CREATE INDEX "a" ON "tweets"("id");', ['an index of tweets that is not made concurrently']],
    ['CREATE TABLE "b" ("id" UUID);\nCREATE INDEX "a" ON "b"("id");', []],
    ['UPDATE "tweets" SET "content" = \'\';', ['rows that are changed']],
    ['ALTER TABLE "users" DROP COLUMN "bio";', ['what the release before needs']],
    ['ALTER TABLE "users" ALTER COLUMN "bio" SET NOT NULL;', ['what the release before needs']],
    ['ALTER TABLE "users" ALTER COLUMN "bio" TYPE VARCHAR(9);', ['what the release before needs']],
    ['-- Contract: since 0.3.0 nothing reads it.\nALTER TABLE "users" DROP COLUMN "bio";', []],
    ['ALTER TABLE "users" ADD COLUMN "age" INTEGER;', []],
  ])('%j', (sql, found) => {
    expect(complaints(sql)).toEqual(found)
  })
})
