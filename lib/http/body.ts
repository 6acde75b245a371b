import { AppError } from '@/lib/errors'

const MAX_BYTES = 64_000

/** The JSON in the request's body; undefined when there is none. Throws 400, 413 or 415 as RFC 9110 has them. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return undefined
  if (mediaType(request) !== 'application/json') throw unsupported('application/json')
  const text = decode(bytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('malformed_json', 'The body is not valid JSON.', { cause: error })
  }
}

/** The fields of a form or of a JSON object (RFC 6749 asks for a form). A field that stands twice comes as a list. */
export async function readFields(request: Request): Promise<unknown> {
  if (mediaType(request) !== 'application/x-www-form-urlencoded') return readJson(request)
  return toFields(new URLSearchParams(decode(await readBytes(request))))
}

/** Query or form fields as an object, so that a schema can check them. A field that stands twice comes as a list. */
export function toFields(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name)
      return [name, values.length === 1 && values[0] !== undefined ? values[0] : values]
    }),
  )
}

function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new AppError('malformed_json', 'The body is not valid UTF-8.', { cause: error })
  }
}

function tooLarge(): AppError {
  // What is left of the body is not read, so the connection can serve nothing else.
  return new AppError('payload_too_large', `The body is too large: at most ${MAX_BYTES} bytes.`, { headers: { Connection: 'close' } })
}

function unsupported(accepted: string): AppError {
  return new AppError('unsupported_media_type', `Send the body as ${accepted}.`, { headers: { Accept: accepted } })
}
