import { request as open } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { PEER_HEADER } from '@/lib/http/peer'

/** Where the tests run against a host, as scripts/failures/on-host.ts has them, its address. */
export const HOST = process.env.LINNET_TEST_HOST

/** What belongs to one connection, or to the host, and not to the answer. */
const OF_THE_CONNECTION = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'x-process']

let turn = 0

/** All of these; against a host, where each costs a request, one of them, and the next one at the next call. With ALL_ON_HOST it is all there too. */
export function someOf<T>(all: T[]): T[] {
  if (!HOST || process.env.ALL_ON_HOST || all.length === 0) return all
  return [all[turn++ % all.length] as T]
}

/** Sends the request to the app at this address, as a proxy would that knows which network it comes from. */
export async function sendTo(address: string, request: Request): Promise<Response> {
  const { pathname, search, host } = new URL(request.url)
  const { 'content-length': _, ...headers } = Object.fromEntries(request.headers)
  const peer = headers[PEER_HEADER]
  const body = Buffer.from(await request.arrayBuffer())
  const onward = open(address, {
    method: request.method,
    path: pathname + search,
    headers: { host, ...(peer && { 'x-forwarded-for': peer }), ...headers, ...(body.length > 0 && { 'content-length': body.length }) },
  })
  return new Promise((resolve, reject) => {
    onward.on('error', reject)
    onward.on('response', async (answer) => {
      const bytes = await buffer(answer)
      const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      )
      const ours = pairs.filter(([name]) => !OF_THE_CONNECTION.includes(name))
      const status = answer.statusCode ?? 500
      resolve(new Response([204, 205, 304].includes(status) ? null : new Uint8Array(bytes), { status, headers: ours }))
    })
    onward.end(body)
  })
}
