import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { packTar, unpackTar } from 'modern-tar'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { removeFiles } from '@/lib/media/removal'
import { diskStorage } from '@/lib/media/storage/disk'
import { makeBackup } from '@/scripts/backup/backup'
import { connect } from '@/scripts/backup/connection'
import type { Manifest } from '@/scripts/backup/manifest'
import { restoreBackup } from '@/scripts/backup/restore'
import { ask, makeDatabase } from '@/scripts/database'
import { allMigrations, applyMigration } from '@/scripts/migration'
import { pendingMigrations } from '@/scripts/migrations'
import { ROOT } from '@/scripts/settings'
import { type Load, startLoad } from '@/scripts/testing/load'

const folder = mkdtempSync(join(tmpdir(), 'linnet-backup-'))
const own = process.env.DATABASE_URL ?? ''
const file = join(folder, 'linnet.tar')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})

/** The connection string of another database, which does not exist yet. */
function another(name: string): string {
  const url = new URL(own)
  url.pathname = `${url.pathname}_${name}`
  return url.href
}

/** Runs a script as its command does, on this database and data folder. */
function script(name: string, args: string[] = [], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const nodeArgs = ['--conditions=react-server', '--import', 'tsx', join(ROOT, `scripts/${name}.ts`)]
  return new Promise((resolve) => {
    execFile(process.execPath, [...nodeArgs, ...args], { env: { ...process.env, ...env }, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr })
    })
  })
}

type Contents = { manifest: Manifest; entries: Map<string, Buffer> }

async function contentsOf(archive: string): Promise<Contents> {
  const entries = new Map((await unpackTar(readFileSync(archive))).map(({ header, data }) => [header.name, Buffer.from(data ?? '')]))
  const manifest: Manifest = JSON.parse(String(entries.get('manifest.json')))
  entries.delete('manifest.json')
  return { manifest, entries }
}

/** Another archive, with something changed. */
async function changed(name: string, change: (contents: Contents) => void): Promise<string> {
  const contents = await contentsOf(file)
  change(contents)
  const all = [['manifest.json', Buffer.from(JSON.stringify(contents.manifest))] as const, ...contents.entries]
  const path = join(folder, name)
  writeFileSync(path, await packTar(all.map(([entry, body]) => ({ header: { name: entry, size: body.length }, body }))))
  return path
}

const countsOf = async (url: string, { tables }: Manifest) =>
  Promise.all(tables.map(async ({ name }) => [name, (await ask<{ n: number }>(url, `SELECT count(*)::int AS n FROM ${name}`))[0]?.n]))

describe('while eight people write', () => {
  let load: Load
  let said: string

  beforeAll(async () => {
    load = await startLoad(8)
    await vi.waitFor(() => expect(load.early.size).toBeGreaterThan(40), { timeout: 20_000 })
    // Stops the backup after likes and images were copied, and before tweets and people.
    const holder = await connect(own)
    await holder.query('BEGIN; LOCK TABLE refresh_tokens IN ACCESS EXCLUSIVE MODE')
    load.moment = 'unsure'
    const backup = script('backup', ['--to', file])
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'COPY "refresh_tokens"%'`
    await vi.waitFor(async () => expect(await ask(own, waiting)).toHaveLength(1), { timeout: 20_000, interval: 50 })
    load.moment = 'after'
    await vi.waitFor(() => expect(Math.min(load.late.size, load.deleted.size)).toBeGreaterThan(20), { timeout: 20_000 })
    expect(await ask(own, 'SELECT FROM media_removals')).not.toEqual([])
    expect(await removeFiles()).toBe(0)
    await holder.query('COMMIT')
    await holder.end()
    said = (await backup).said
    await load.stop()
  }, 60_000)

  it('says what it holds, and is whole', async () => {
    expect(said).toContain('linnet.tar holds all of that')
    const { manifest, entries } = await contentsOf(file)
    expect(manifest.media).toMatchObject({ elsewhere: 0, missing: [] })
    expect(manifest.media.files).toBeGreaterThan(10)
    expect(entries.size).toBe(manifest.tables.length + manifest.media.files)
    expect(readdirSync(folder)).toEqual(['linnet.tar'])
  })

  it('lets files be removed again afterwards', async () => {
    expect(await removeFiles()).toBeGreaterThan(0)
  })

  it('comes back into an empty database as it was at one moment, with every count right and every file', async () => {
    const url = another('restored')
    const env = { DATABASE_URL: url, LINNET_DATA_DIR: join(folder, 'data') }
    const restored = await script('restore', [file], env)
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('That is back as it was on') })
    const { manifest } = await contentsOf(file)
    expect(await countsOf(url, manifest)).toEqual(manifest.tables.map(({ name, rows }) => [name, rows]))
    const kept = new Set((await ask<{ id: string }>(url, 'SELECT id FROM tweets WHERE deleted_at IS NULL')).map(({ id }) => id))
    expect([...load.early.keys()].filter((id) => !kept.has(id))).toEqual([])
    expect([...load.late].filter((id) => kept.has(id))).toEqual([])
    expect(await pendingMigrations(url)).toEqual([])
    const checks = await Promise.all([script('recount', [], env), script('media', [], env)])
    expect(checks).toEqual([
      { code: 0, said: 'Every counter equals a recount.\n' },
      { code: 0, said: `All ${manifest.media.files} files are what the images say.\n` },
    ])
  })
})

it('knows everything that holds something: there are no sequences but what a crash may forget, no views, no parts of tables', async () => {
  expect(
    await ask(
      own,
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'i') AND relpersistence = 'p'`,
    ),
  ).toEqual([])
})

describe('refuses', () => {
  const size = () => readFileSync(file).length

  it('to write over a file, unless told to', async () => {
    const before = readFileSync(file)
    await expect(makeBackup(own, file)).rejects.toThrow('is there already')
    expect(readFileSync(file).equals(before)).toBe(true)
    const copy = join(folder, 'again.tar')
    await makeBackup(own, copy)
    expect(await makeBackup(own, copy, { force: true })).toMatchObject({ file: copy })
  })

  it('to back up what is no Linnet', async () => {
    await makeDatabase(another('bare'))
    await expect(makeBackup(another('bare'), join(folder, 'bare.tar'))).rejects.toThrow('There is no Linnet in this database.')
    expect(readdirSync(folder).filter((name) => name.startsWith('bare'))).toEqual([])
  })

  it.each<[string, () => string | Promise<string>, string]>([
    ['no file', () => join(folder, 'none.tar'), 'There is no'],
    [
      'another file',
      () => {
        writeFileSync(join(folder, 'other.tar'), 'Hello.'.repeat(500))
        return join(folder, 'other.tar')
      },
      'no backup of Linnet',
    ],
    [
      'half a file',
      () => {
        writeFileSync(join(folder, 'half.tar'), readFileSync(file).subarray(0, size() / 2))
        return join(folder, 'half.tar')
      },
      'damaged',
    ],
    [
      'a changed byte',
      () => {
        const bytes = readFileSync(file)
        const at = bytes.indexOf('tables/tweets.copy.gz', bytes.indexOf('tables/tweet_hashtags.copy.gz', 20_000)) + 600
        bytes[at] = (bytes[at] ?? 0) ^ 1
        writeFileSync(join(folder, 'flipped.tar'), bytes)
        return join(folder, 'flipped.tar')
      },
      'tables/tweets.copy.gz is missing or changed',
    ],
    [
      'an image less',
      () => changed('less.tar', ({ entries }) => entries.delete([...entries.keys()].at(-1) ?? '')),
      'files of images. Take another backup',
    ],
    ['something more', () => changed('more.tar', ({ entries }) => entries.set('../more', Buffer.from('more'))), 'does not tell of'],
    ['a newer form', () => changed('form.tar', ({ manifest }) => Object.assign(manifest, { format: 2 })), 'made by a newer Linnet'],
    [
      'a newer version',
      () => changed('new.tar', ({ manifest }) => void manifest.migrations.push({ name: '29990101000000_more', checksum: '' })),
      'Update Linnet, then restore',
    ],
    [
      'a migration that says something else',
      () => changed('else.tar', ({ manifest }) => Object.assign(manifest.migrations[0] ?? {}, { checksum: 'x' })),
      'says something else here',
    ],
    ['people who live here', () => file, 'people with what they wrote. To replace all of it, add --force.'],
  ])('to restore %s', async (_, archive, reason) => {
    const path = await archive()
    const before = await countsOf(own, (await contentsOf(file)).manifest)
    await expect(restoreBackup(own, path, { force: path !== file })).rejects.toThrow(reason)
    expect(await countsOf(own, (await contentsOf(file)).manifest)).toEqual(before)
  })

  it('to restore beside images that the backup does not have', async () => {
    const bytes = Buffer.from('not in the backup')
    await diskStorage().put(diskStorage().name(bytes), bytes, 'image/webp')
    await expect(restoreBackup(another('images'), file)).rejects.toThrow('folder of images holds others')
    expect(await ask(another('images'), `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([])
  })

  it('to be called wrongly', async () => {
    expect(await script('restore')).toMatchObject({ code: 1, said: expect.stringContaining('npm run restore -- FILE [--force]') })
    expect(await script('backup', ['--over', file])).toMatchObject({ code: 1, said: expect.stringContaining('npm run backup') })
  })
})

describe('with --force', () => {
  it('leaves everything as it was when a row does not fit', async () => {
    const broken = await changed('broken.tar', ({ manifest, entries }) => {
      const table = manifest.tables.find(({ name }) => name === 'likes')
      const rows = gunzipSync(entries.get('tables/likes.copy.gz') ?? '').toString()
      const body = gzipSync(rows.replaceAll(/\t[0-9a-f-]{36}\t20/g, () => `\t${crypto.randomUUID()}\t20`))
      entries.set('tables/likes.copy.gz', body)
      Object.assign(table ?? {}, { bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') })
    })
    const { manifest } = await contentsOf(file)
    const [before, files] = [await countsOf(own, manifest), readdirSync(process.env.LINNET_DATA_DIR ?? '', { recursive: true }).length]
    await expect(restoreBackup(own, broken, { force: true })).rejects.toThrow('likes_tweet_id_fkey')
    expect(await countsOf(own, manifest)).toEqual(before)
    expect(readdirSync(process.env.LINNET_DATA_DIR ?? '', { recursive: true }).length).toBe(files)
  })

  it('replaces everything', async () => {
    const { manifest } = await contentsOf(file)
    await restoreBackup(own, file, { force: true })
    expect(await countsOf(own, manifest)).toEqual(manifest.tables.map(({ name, rows }) => [name, rows]))
  })
})

it('brings a backup from before the newest migrations up to them', async () => {
  const [before, since] = [allMigrations().slice(0, -2), allMigrations().slice(-2)]
  await makeDatabase(another('old'))
  const client = await connect(another('old'))
  for (const name of before) await applyMigration(client, name)
  await client.query(`INSERT INTO users (id, username, username_key, email, password_hash, name)
    VALUES (gen_random_uuid(), 'Wren', 'wren', 'wren@linnet.example', '$argon2id$none', 'Wren')`)
  await client.end()
  expect(await pendingMigrations(another('old'))).toEqual(since)
  await makeBackup(another('old'), join(folder, 'old.tar'))
  expect(await restoreBackup(another('new'), join(folder, 'old.tar'), { force: true })).toMatchObject({ migrated: since })
  expect(await pendingMigrations(another('new'))).toEqual([])
  expect(await ask(another('new'), 'SELECT username FROM users')).toEqual([{ username: 'Wren' }])
})
