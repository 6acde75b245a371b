import { randomUUID } from 'node:crypto'
import type { UTApi } from 'uploadthing/server'
import { log } from '@/lib/log'
import { IMAGE_MAX_BYTES } from '@/lib/media/image'
import type { Listed, Storage, Stored } from '@/lib/media/storage/storage'

type Options = {
  token: string
  apiUrl?: string
  ingestUrl?: string
  /** How long one call may take. */
  patienceMs?: number
}

/** A name of ours: UploadThing's own have 31 bits of chance and are known only after the upload. */
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.webp$/
const PAGE = 500
const WIDEST = 4 * IMAGE_MAX_BYTES

/** UploadThing (https://docs.uploadthing.com). Files are known there by names of our own, its customId. */
export function uploadThingStorage({ patienceMs = 15_000, ...options }: Options): Storage {
  const timed = timedFetch(patienceMs)
  let connected: Promise<UTApi> | undefined
  const api = () => {
    connected ??= connect(options, timed)
    return connected
  }
  return {
    contentAddressed: false,
    name: () => `${randomUUID()}.webp`,
    owns: (key) => KEY.test(key),
    put: (key, bytes, type) => told('put', async () => upload(await api(), key, bytes, type)),
    get: ({ url }) => told('get', () => download(timed, url)),
    remove: (keys) =>
      told('delete', async () => {
        const { success } = await (await api()).deleteFiles(keys)
        if (!success) throw new Error('it answers no success')
      }),
    list: () => listed(api),
  }
}

/** The SDK takes 100 MB and most of a second: whoever keeps images on disk never loads it. */
async function connect(options: Omit<Options, 'patienceMs'>, timed: typeof fetch): Promise<UTApi> {
  const { UTApi } = await import('uploadthing/server')
  return new UTApi({ ...options, fetch: timed as never, defaultKeyType: 'customId', logLevel: 'None' })
}

async function upload(api: UTApi, key: string, bytes: Buffer, type: string): Promise<Stored> {
  const { UTFile } = await import('uploadthing/server')
  const file = new UTFile([new Uint8Array(bytes)], key, { customId: key, type })
  const { data, error } = await api.uploadFiles(file, { contentDisposition: 'inline' })
  if (error) throw error
  if (!URL.canParse(data.ufsUrl ?? '')) throw new Error('it answers no address')
  return { key, url: data.ufsUrl }
}

async function download(timed: typeof fetch, url: string): Promise<Buffer> {
  const response = await timed(url, { redirect: 'error' })
  if (!response.ok) throw new Error(`it answers ${response.status}`)
  if (Number(response.headers.get('content-length') ?? 0) > WIDEST) throw new Error('the file is too large to be ours')
  return Buffer.from(await response.arrayBuffer())
}

/** What has no name of ours belongs to somebody else. */
async function* listed(api: () => Promise<UTApi>): AsyncGenerator<Listed> {
  for (let offset = 0, more = true; more; offset += PAGE) {
    const page = await told('list', async () => (await api()).listFiles({ limit: PAGE, offset }))
    for (const { customId, status, uploadedAt } of page.files)
      if (customId && KEY.test(customId) && status !== 'Deletion Pending') yield { key: customId, since: new Date(uploadedAt) }
    more = page.hasMore && page.files.length > 0
  }
}

/** Of what went wrong the SDK keeps little, so it is logged here: never the address's query, which is signed. */
function timedFetch(patienceMs: number): typeof fetch {
  return async (input, init) => {
    const signals = [AbortSignal.timeout(patienceMs), ...(init?.signal ? [init.signal] : [])]
    const { host, pathname } = new URL(String(input))
    const where = { method: init?.method ?? 'GET', host, path: pathname }
    try {
      const response = await fetch(input, { ...init, signal: AbortSignal.any(signals), cache: 'no-store' })
      if (!response.ok) log.warn({ ...where, status: response.status }, 'UploadThing refuses')
      return response
    } catch (error) {
      log.warn({ ...where, err: error }, 'UploadThing does not answer')
      throw error
    }
  }
}

/** The SDK's errors hold whole requests, with the key and the signed address: of them only code and message go on. */
async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { name, code, message } = Object(error)
    const reason = [name, code, message].filter((part) => typeof part === 'string').join(': ')
    throw new Error(`UploadThing: ${what} failed`, { cause: new Error(withoutAddresses(reason)) })
  }
}

function withoutAddresses(text: string): string {
  return text.replace(/\?[^\s"')]*/g, '?…').replace(/sk_\w+/g, 'sk_…')
}
