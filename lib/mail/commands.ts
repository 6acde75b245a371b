import { randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Mail } from '@/lib/mail/letters'

/** How long one mail may take altogether, and a quarter of it each silence of the server meanwhile, in milliseconds. */
const LIMIT_MS = 20_000

/**
 * Sends the mail by SMTP_URL or, without one, keeps it as a file. Never throws and always ends: a mail that cannot be sent is logged, without its
 * text and address. To be called by `later` once the transaction that it tells of is committed, so that a mail never tells of what did not
 * happen, and what happened never waits for a mail.
 */
export async function sendMail(mail: Mail, { limit = LIMIT_MS } = {}): Promise<void> {
  try {
    await (env.SMTP_URL ? deliver(mail, env.SMTP_URL, limit) : keep(mail))
  } catch (error) {
    const { code, responseCode, command } = error as { code?: unknown; responseCode?: unknown; command?: unknown }
    log.error({ code, responseCode, command, subject: mail.subject }, 'a mail could not be sent')
  }
}

async function deliver(mail: Mail, url: string, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('The mail server is too slow.'), { code: 'ETIMEDOUT' })), limit)
  })
  try {
    await Promise.race([createTransport(serverAt(url, limit / 4)).sendMail(message(mail)), late])
  } finally {
    clearTimeout(timer)
  }
}

/** What SMTP_URL says, as nodemailer wants it: its own reader of addresses is deprecated by Node. */
function serverAt(url: string, wait: number) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    dnsTimeout: wait,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
  }
}

/** Under its name the file is always whole. */
async function keep(mail: Mail): Promise<void> {
  const folder = join(/* turbopackIgnore: true */ env.LINNET_DATA_DIR, 'mail')
  const { message: bytes } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message(mail))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}.eml`)
  await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 })
  await rename(`${file}.part`, file)
  log.info({ file }, 'a mail was kept as a file, because SMTP_URL is not set')
}

function message({ to, subject, text }: Mail) {
  return {
    from: env.MAIL_FROM ?? `Linnet <no-reply@${new URL(env.APP_URL).hostname}>`,
    to: { name: '', address: to },
    subject,
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
