import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createTarDecoder } from 'modern-tar'
import { packTar, type TarSource } from 'modern-tar/fs'
import { entryOf, FORMAT, MANIFEST, type Manifest, MEDIA, manifestSchema } from '@/scripts/backup/manifest'
import { codeOf, Refusal } from '@/scripts/refusal'

/** A file that goes into the archive. */
export type Source = { name: string; path: string }

/** An archive whose every byte was read and is what its manifest says. */
export type Archive = { file: string; manifest: Manifest; mediaKeys: Set<string> }

/** Writes the archive under another name and gives it this one when it is whole and on the disk; what was there is replaced then. */
export async function writeArchive(file: string, draft: string, manifest: Manifest, sources: Source[]): Promise<number> {
  const text = JSON.stringify(manifest, null, 2)
  const entries: TarSource[] = [
    { type: 'content', content: text, target: MANIFEST, mode: 0o600 },
    ...sources.map(({ name, path }): TarSource => ({ type: 'file', source: path, target: name, mode: 0o600 })),
  ]
  await pipeline(packTar(entries), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }))
  await rename(draft, file)
  await keepName(dirname(file))
  return (await stat(file)).size
}

/** Reads the archive from its beginning to its end. Refuses one that is damaged, unfinished, or of a version that we do not know. */
export async function checkArchive(file: string): Promise<Archive> {
  let manifest: Manifest | undefined
  const [found, mediaKeys] = [new Map<string, string>(), new Set<string>()]
  await readArchive(file, async (name, body) => {
    if (!manifest) {
      manifest = await manifestIn(name, body, file)
      return
    }
    found.set(name, await sha256(body))
    if (name.startsWith(MEDIA)) mediaKeys.add(name.slice(MEDIA.length))
  })
  if (!manifest) throw new Refusal(`${file} is no backup of Linnet.`)
  const wrong = wrongIn(manifest, found, mediaKeys)
  if (wrong) throw new Refusal(`${file} is damaged: ${wrong}. Take another backup.`)
  return { file, manifest, mediaKeys }
}

/** Gives each entry to the visitor, in the order of the archive; what it leaves unread is skipped. */
export async function readArchive(file: string, visit: (name: string, body: Readable) => Promise<void>): Promise<void> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 })
  let [own, damage]: unknown[] = []
  try {
    const entries = (Readable.toWeb(source) as ReadableStream<Uint8Array>).pipeThrough(createTarDecoder({ strict: true }))
    for await (const { header, body } of entries) {
      const content = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
      content.on('error', (error) => {
        damage = error
      })
      await visit(header.name, content).catch((error) => {
        own = error
        throw error
      })
      content.resume()
    }
  } catch (error) {
    if (own && own !== damage) throw own
    if (codeOf(error) === 'ENOENT') throw new Refusal(`There is no ${file}.`)
    throw new Refusal(`${file} is no backup of Linnet, or is damaged: ${error instanceof Error ? error.message : error}.`)
  } finally {
    source.destroy()
  }
}

/** All that the stream holds. */
export async function bytesOf(body: Readable): Promise<Buffer> {
  return Buffer.concat(await body.toArray())
}

async function manifestIn(name: string, body: Readable, file: string): Promise<Manifest> {
  const text = (await bytesOf(body)).toString()
  const parsed = name === MANIFEST ? parseJson(text) : null
  const format = (parsed as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > FORMAT)
    throw new Refusal(`${file} was made by a newer Linnet, in a form that this one does not know. Update Linnet, then restore.`)
  const { data, error } = manifestSchema.safeParse(parsed)
  if (error) throw new Refusal(`${file} is no backup of Linnet, or is damaged: it does not begin with what a backup says of itself.`)
  return data
}

function wrongIn({ tables, media }: Manifest, found: Map<string, string>, mediaKeys: Set<string>): string | null {
  for (const table of tables) if (found.get(entryOf(table)) !== table.sha256) return `${entryOf(table)} is missing or changed`
  for (const key of mediaKeys) if (found.get(MEDIA + key) !== key.split('.')[0]) return `${MEDIA}${key} is changed`
  if (mediaKeys.size !== media.files) return `it has ${mediaKeys.size} of ${media.files} files of images`
  return found.size === tables.length + media.files ? null : 'it holds what its manifest does not tell of'
}

async function sha256(body: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of body) hash.update(chunk)
  return hash.digest('hex')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A rename is on the disk when its folder is; where folders cannot be opened nothing can be done. */
async function keepName(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
