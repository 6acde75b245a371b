import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { requestContext } from '@/lib/request'

vi.hoisted(() => vi.stubEnv('DATABASE_URL', 'postgres://localhost/unused'))

const lines: string[] = []
const loud = log as unknown as Record<symbol, unknown>
const stream = loud[pino.symbols.streamSym]

beforeEach(() => {
  lines.length = 0
  loud[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) }
  log.level = 'info'
})

afterEach(() => {
  loud[pino.symbols.streamSym] = stream
  log.level = 'silent'
})

describe('the log', () => {
  const SECRETS = [
    'password',
    'currentPassword',
    'newPassword',
    'passwordHash',
    'token',
    'access_token',
    'refresh_token',
    'authorization',
    'cookie',
    'AUTH_SECRET',
    'AUTH_SECRET_PREVIOUS',
    'DATABASE_URL',
    'CRON_SECRET',
    'SMTP_URL',
    'UPLOADTHING_TOKEN',
  ]

  it.each(SECRETS)('strikes out %s, wherever it stands up to three levels deep', (name) => {
    log.info({ [name]: 'hunter2', a: { [name]: 'hunter2', b: { [name]: 'hunter2', kept: 'b' }, kept: 'a' } }, 'event')
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('hunter2')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      [name]: '[redacted]',
      a: { kept: 'a', b: { kept: 'b' } },
      msg: 'event',
      level: 'info',
    })
  })

  it('puts the request that is answered on every line', () => {
    requestContext.run({ requestId: 'r1', userId: 'u1', address: '', counted: [] }, () => log.info('event'))
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'r1', userId: 'u1' })
  })

  it('writes an error with its cause and stack', () => {
    log.error({ err: new Error('outside', { cause: new Error('inside') }) }, 'failed')
    expect(JSON.parse(lines[0] ?? '').err.message).toContain('outside: inside')
  })

  it('writes of an error nothing that hangs on it', () => {
    const client = { password: 'hunter2', secretKey: 1073791076, parsedStatements: { one: 'SELECT 1' } }
    log.error({ err: Object.assign(new Error('gone'), { code: '57P01', client, detail: 'Key (email)=(ada@linnet.example)' }) }, 'failed')
    expect(JSON.parse(lines[0] ?? '').err).toEqual({ type: 'Error', message: 'gone', stack: expect.any(String), code: '57P01' })
  })

  it('takes nothing from one line of a request into the next', () => {
    requestContext.run({ requestId: 'r', address: '192.0.2.1', counted: [] }, () => {
      log.info({ job: 'one' }, 'event')
      log.info('event')
    })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'r', job: 'one' })
    expect(JSON.parse(lines[1] ?? '')).not.toHaveProperty('job')
    expect(lines.join()).not.toContain('192.0.2.1')
  })
})
