import type { ServerResponse } from 'node:http'

/** Takes what is written to a response that goes nowhere; the text, once it is ended. */
export function capture(response: ServerResponse): Promise<string> {
  const chunks: Buffer[] = []
  const take = (args: unknown[]) => {
    const [chunk, encoding] = args
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    for (const done of args) if (typeof done === 'function') done()
  }
  return new Promise((resolve) => {
    response.write = ((...args: unknown[]) => {
      take(args)
      return true
    }) as typeof response.write
    response.end = ((...args: unknown[]) => {
      take(args)
      resolve(Buffer.concat(chunks).toString())
      response.emit('finish')
      response.emit('close')
      return response
    }) as typeof response.end
  })
}
