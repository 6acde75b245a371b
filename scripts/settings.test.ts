import { availableParallelism, hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, settingsFrom } from '@/scripts/settings'

describe('settingsFrom', () => {
  it('needs nothing', () => {
    expect(settingsFrom({})).toEqual({
      port: 3000,
      hostname: undefined,
      dataDir: join(ROOT, '.data'),
      distDir: '.next',
      databaseUrl: undefined,
      directUrl: undefined,
      authSecret: undefined,
      appUrl: 'http://localhost:3000',
      seed: true,
      processes: availableParallelism(),
      poolMax: Math.min(10, Math.max(2, Math.floor(80 / availableParallelism()))),
    })
  })

  it('has as many processes as it is told, and no more connections than a server has to spare', () => {
    expect(settingsFrom({ WEB_CONCURRENCY: '1' })).toMatchObject({ processes: 1, poolMax: 10 })
    expect(settingsFrom({ WEB_CONCURRENCY: '16' })).toMatchObject({ processes: 16, poolMax: 5 })
    expect(settingsFrom({ WEB_CONCURRENCY: '64' })).toMatchObject({ processes: 64, poolMax: 2 })
    expect(settingsFrom({ WEB_CONCURRENCY: '16', DB_POOL_MAX: '20' }).poolMax).toBeUndefined()
    for (const WEB_CONCURRENCY of ['0', '1.5', 'all', '129'])
      expect(() => settingsFrom({ WEB_CONCURRENCY })).toThrow(/^WEB_CONCURRENCY must be a number from 1 to 128, and it is ".*"\.$/)
  })

  it('takes an empty variable for one that is not set', () => {
    const empty = { PORT: '', DATABASE_URL: '', AUTH_SECRET: '', APP_URL: '', LINNET_DATA_DIR: '', LINNET_SEED: '', HOSTNAME: '' }
    expect(settingsFrom(empty)).toEqual(settingsFrom({}))
  })

  it.each(['DIRECT_URL', 'DATABASE_URL_UNPOOLED', 'POSTGRES_URL_NON_POOLING'])('goes past the pooler where %s names the way', (name) => {
    const pooled = 'postgres://pooler/linnet?pgbouncer=true'
    expect(settingsFrom({ DATABASE_URL: pooled }).directUrl).toBe(pooled)
    expect(settingsFrom({ DATABASE_URL: pooled, [name]: 'postgres://direct/linnet' }).directUrl).toBe('postgres://direct/linnet')
  })

  it('follows the port in the address unless people use another one', () => {
    expect(settingsFrom({ PORT: '4000' }).appUrl).toBe('http://localhost:4000')
    expect(settingsFrom({ PORT: '4000', APP_URL: 'https://linnet.example' }).appUrl).toBe('https://linnet.example')
  })

  it.each(['0', '65536', '-1', '80.5', 'abc', '3000 '.repeat(2)])('refuses %j as a port in one sentence', (PORT) => {
    expect(() => settingsFrom({ PORT })).toThrow(/^PORT must be a number from 1 to 65535, and it is ".*"\.$/)
  })

  it("does not take the machine's own name for an address to listen on", () => {
    expect(settingsFrom({ HOSTNAME: hostname() }).hostname).toBeUndefined()
    expect(settingsFrom({ HOSTNAME: '127.0.0.1' }).hostname).toBe('127.0.0.1')
  })

  it.each([
    ['off', false],
    ['OFF', false],
    ['0', false],
    ['on', true],
  ])('with LINNET_SEED=%s seeds: %s', (LINNET_SEED, seed) => {
    expect(settingsFrom({ LINNET_SEED }).seed).toBe(seed)
  })

  it('seeds a database of its own, and one that was named only when told to', () => {
    const DATABASE_URL = 'postgres://db.example/linnet'
    expect(settingsFrom({}).seed).toBe(true)
    expect(settingsFrom({ DATABASE_URL }).seed).toBe(false)
    expect(settingsFrom({ DATABASE_URL, LINNET_SEED: 'on' }).seed).toBe(true)
  })
})
