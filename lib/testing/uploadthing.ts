import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What goes wrong at the stand-in, until it is told otherwise. */
export type Trouble = 'none' | 'error' | 'silence' | 'cut' | 'kept but silent' | 'rubbish'

type Kept = { key: string; customId: string; name: string; bytes: Buffer; type: string; uploadedAt: number }

const API_KEY = 'sk_live_stand_in'
const APP_ID = 'standin'

/** A server on loopback that answers the SDK as UploadThing does: signed uploads, files, list and delete. It refuses what is not signed with its key. */
export class UploadThingStandIn {
  readonly files = new Map<string, Kept>()
  readonly calls: string[] = []
  trouble: Trouble = 'none'
  private readonly server = createServer((request, response) => void this.answer(request, response))

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** A token as its dashboard would give it; with another key everything is refused. */
  token(apiKey = API_KEY): string {
    return Buffer.from(JSON.stringify({ apiKey, appId: APP_ID, regions: ['test1'] })).toString('base64')
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    this.calls.push(`${request.method} ${url.pathname}`)
    if (this.trouble === 'cut') {
      request.socket.destroy()
      return
    }
    if (this.trouble === 'error') return send(response, 500, { error: 'out of order' })
    if (this.trouble === 'rubbish') return send(response, 200, 'not what you expect')
    if (request.method === 'GET') return this.serve(url.pathname, response)
    const body = await new Response(await bytesOf(request), { headers: { 'content-type': request.headers['content-type'] ?? '' } })
    if (this.trouble === 'silence') return
    if (request.method === 'PUT') return this.keep(url, await body.formData(), response)
    if (request.headers['x-uploadthing-api-key'] !== API_KEY) return send(response, 401, { error: 'Unauthorized' })
    if (url.pathname === '/v6/deleteFiles') return this.delete((await body.json()) as { customIds: string[] }, response)
    if (url.pathname === '/v6/listFiles') return this.list((await body.json()) as { limit: number; offset: number }, response)
    send(response, 404, { error: 'Not found' })
  }

  private keep(url: URL, form: FormData, response: ServerResponse): void {
    const part = form.get('file')
    const said = (name: string) => decodeURIComponent(url.searchParams.get(name) ?? '')
    const right = isSigned(url) && said('x-ut-identifier') === APP_ID && Number(said('expires')) > Date.now()
    if (!right || !(part instanceof File) || part.size !== Number(said('x-ut-file-size'))) {
      send(response, 403, { error: 'Bad signature' })
      return
    }
    const [key, customId] = [url.pathname.slice(1), said('x-ut-custom-id')]
    void part.arrayBuffer().then((bytes) => {
      const kept = {
        key,
        customId,
        name: said('x-ut-file-name'),
        bytes: Buffer.from(bytes),
        type: said('x-ut-file-type'),
        uploadedAt: Date.now(),
      }
      this.files.set(customId, kept)
      if (this.trouble === 'kept but silent') return
      const address = `${this.url}/f/${key}`
      send(response, 200, { url: address, appUrl: address, ufsUrl: address, fileHash: 'hash', serverData: null })
    })
  }

  private serve(path: string, response: ServerResponse): void {
    const file = [...this.files.values()].find(({ key }) => path === `/f/${key}`)
    if (!file) send(response, 404, { error: 'Not found' })
    else response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length }).end(file.bytes)
  }

  private delete({ customIds }: { customIds: string[] }, response: ServerResponse): void {
    send(response, 200, { success: true, deletedCount: customIds.filter((id) => this.files.delete(id)).length })
  }

  private list({ limit, offset }: { limit: number; offset: number }, response: ServerResponse): void {
    const all = [...this.files.values()].map(({ key, customId, name, bytes, uploadedAt }) => ({
      id: key,
      key,
      customId: customId || null,
      name,
      size: bytes.length,
      status: 'Uploaded',
      uploadedAt,
    }))
    send(response, 200, { hasMore: all.length > offset + limit, files: all.slice(offset, offset + limit) })
  }
}

/** The HMAC-SHA-256 of the address before its signature, by the API key (https://docs.uploadthing.com/uploading-files). */
function isSigned(url: URL): boolean {
  const [address, signature = ''] = url.href.split('&signature=')
  const right = `hmac-sha256=${createHmac('sha256', API_KEY)
    .update(address ?? '')
    .digest('hex')}`
  const given = Buffer.from(decodeURIComponent(signature))
  return given.length === right.length && timingSafeEqual(given, Buffer.from(right))
}

async function bytesOf(request: IncomingMessage): Promise<ArrayBuffer> {
  return new Uint8Array(Buffer.from(await text(request.setEncoding('latin1')), 'latin1')).buffer as ArrayBuffer
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
