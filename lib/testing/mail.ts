import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type KeptMail = { to: string; subject: string; text: string }

/** The mails to this address that were kept as files, oldest first. */
export function mailsTo(address: string, dataDir = process.env.LINNET_DATA_DIR ?? '.data'): KeptMail[] {
  const folder = join(dataDir, 'mail')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.eml'))
  return files
    .toSorted()
    .map((file) => parse(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')))
    .filter(({ to }) => to === address)
}

/** The token of the link in the mail. */
export function tokenIn({ text }: KeptMail): string {
  return /[?]token=([\w-]+)/.exec(text)?.[1] ?? ''
}

function parse(source: string): KeptMail {
  const end = source.indexOf('\n\n')
  const head = source.slice(0, end)
  const body = source.slice(end + 2)
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  return { to: field('To'), subject: field('Subject'), text: /^Content-Transfer-Encoding: quoted-/im.test(head) ? unquoted(body) : body }
}

function unquoted(text: string): string {
  return text.replaceAll('=\n', '').replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
