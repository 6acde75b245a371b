import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { sendMail } from '@/lib/mail/commands'

const MAIL = { to: 'ada@linnet.example', subject: 'A subject', text: 'Hello @ada,\n\nhttp://localhost:3000/verify-email?token=secret\n' }

const settings = vi.hoisted((): { DATABASE_URL: string; SMTP_URL?: string; MAIL_FROM?: string; LINNET_DATA_DIR: string } => ({
  DATABASE_URL: 'postgres://localhost/unused',
  LINNET_DATA_DIR: '',
}))

vi.mock('@/lib/env', async (original) => {
  const { readEnv } = await original<typeof import('@/lib/env')>()
  return { readEnv, env: new Proxy({}, { get: (_, name) => Reflect.get(readEnv({ ...process.env, ...settings }), name) }) }
})

const lines: unknown[][] = []
let server: Server | undefined
const sockets = new Set<Socket>()

beforeEach(() => {
  settings.LINNET_DATA_DIR = mkdtempSync(join(tmpdir(), 'linnet-mail-'))
  delete settings.SMTP_URL
  delete settings.MAIL_FROM
  lines.length = 0
  for (const level of ['info', 'error'] as const) vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push(line))
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await new Promise((closed) => (server ? server.close(closed) : closed(null)))
  server = undefined
  rmSync(settings.LINNET_DATA_DIR, { recursive: true })
})

/** A mail server that greets and then answers each line by `answer`; null answers nothing. */
async function listen(greeting: string | null, answer: (line: string) => string | null): Promise<string[]> {
  const heard: string[] = []
  server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined))
    if (greeting) socket.write(`${greeting}\r\n`)
    let inMail = false
    socket.setEncoding('utf8').on('data', (data: string) => {
      for (const line of data.split('\r\n').slice(0, -1)) {
        heard.push(line)
        if (line === '.') inMail = false
        const said = inMail ? null : line === '.' ? '250 queued' : answer(line)
        if (line === 'DATA' && said?.startsWith('354')) inMail = true
        if (said) socket.write(`${said}\r\n`)
      }
    })
  })
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  settings.SMTP_URL = `smtp://ada:hunter2@127.0.0.1:${(server.address() as AddressInfo).port}`
  return heard
}

/** No whole line, again and again. */
function dripping(): null {
  for (const socket of sockets) setInterval(() => socket.writable && socket.write('2'), 50).unref()
  return null
}

const willing = (line: string) =>
  line.startsWith('EHLO')
    ? '250-mail.example\r\n250 AUTH PLAIN'
    : line.startsWith('AUTH')
      ? '235 ok'
      : line === 'DATA'
        ? '354 go'
        : '250 ok'

describe('without SMTP_URL', () => {
  it('keeps the mail as a file that only we can read, and logs its name and nothing of it', async () => {
    await sendMail(MAIL)
    const folder = join(settings.LINNET_DATA_DIR, 'mail')
    const [file = '', ...more] = readdirSync(folder)
    expect([file, more]).toEqual([expect.stringMatching(/^[\dTZ.-]+-[\da-f]{8}\.eml$/), []])
    const source = readFileSync(join(folder, file), 'utf8')
    expect(source).toContain('To: ada@linnet.example\r\n')
    expect(source).toContain('From: Linnet <no-reply@localhost>\r\n')
    expect(source).toContain('\r\nhttp://localhost:3000/verify-email?token=secret\r\n')
    expect([statSync(folder).mode & 0o777, statSync(join(folder, file)).mode & 0o777]).toEqual([0o700, 0o600])
    expect(lines).toEqual([[{ file: join(folder, file) }, expect.any(String)]])
  })

  it('that cannot be written is logged and no error', async () => {
    writeFileSync(join(settings.LINNET_DATA_DIR, 'mail'), 'in the way')
    await sendMail(MAIL)
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(/secret|ada@/)
  })
})

describe('with SMTP_URL', () => {
  it('sends the mail, from MAIL_FROM, and keeps no file', async () => {
    settings.MAIL_FROM = 'The Finches <hello@linnet.example>'
    const heard = await listen('220 mail.example', willing)
    await sendMail(MAIL)
    expect(heard).toContain('MAIL FROM:<hello@linnet.example>')
    expect(heard).toContain('RCPT TO:<ada@linnet.example>')
    expect(heard).toContain('From: The Finches <hello@linnet.example>')
    expect(heard).toContain('Subject: A subject')
    expect(readdirSync(settings.LINNET_DATA_DIR)).toEqual([])
    expect(lines).toEqual([])
  })

  it.each<[string, string | null, (line: string) => string | null]>([
    ['never greets', null, () => null],
    ['greets and falls silent', '220 mail.example', () => null],
    ['wants another password', '220 mail.example', (line) => (line.startsWith('AUTH') ? '535 no' : willing(line))],
    ['does not take the address', '220 mail.example', (line) => (line.startsWith('RCPT') ? '550 ada@linnet.example? no' : willing(line))],
    ['speaks another language', 'HTTP/1.1 400 Bad Request', () => 'what?'],
    ['answers a letter at a time', '220 mail.example', (line) => (line.startsWith('EHLO') ? dripping() : willing(line))],
  ])('to a server that %s ends in time, is logged, and is no error', async (what, greeting, answer) => {
    await listen(greeting, answer)
    await sendMail(MAIL, { limit: 1_000 })
    expect(lines).toEqual([[expect.objectContaining({ subject: 'A subject' }), 'a mail could not be sent']])
    expect(JSON.stringify(lines)).not.toMatch(/secret|ada@|hunter2/)
    // Only one that keeps saying something is left to itself.
    if (what !== 'answers a letter at a time') await vi.waitFor(() => expect(sockets.size).toBe(0))
  })

  it('to no server at all is logged and no error', async () => {
    settings.SMTP_URL = 'smtp://127.0.0.1:1'
    await sendMail(MAIL)
    expect(lines).toEqual([[expect.objectContaining({ code: 'ESOCKET' }), 'a mail could not be sent']])
  })
})
