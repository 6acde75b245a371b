import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { AppError, invalid } from '@/lib/errors'
import { toFields } from '@/lib/http/body'

/** A file that came as multipart form, and the text fields beside it. */
export type Upload = { file: Buffer; fields: Record<string, string | string[]> }

const FORM_BYTES = 64_000
const FIELDS = 8

/**
 * Reads a multipart form (RFC 7578) with one file, in the part named `file`, of at most `maxBytes`; never more than that of it is held.
 * Throws `unsupported_media_type`, `payload_too_large`, and `validation_failed` for a form that is broken or holds no such file.
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new AppError('unsupported_media_type', 'Send the image as multipart/form-data.', { headers: { Accept: 'multipart/form-data' } })
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes + FORM_BYTES) throw tooLarge(maxBytes)
  if (!request.body) throw invalid('file', 'missing', 'Send an image in the part named file.')
  const limits = { files: 1, fileSize: maxBytes, fields: FIELDS, fieldSize: FORM_BYTES, parts: FIELDS + 1, headerPairs: 32 }
  const source = Readable.fromWeb(request.body as ReadableStream)
  try {
    const { file, fields } = await parse(source, new Busboy({ headers: { 'content-type': type }, limits }), maxBytes)
    if (!file) throw invalid('file', 'missing', 'Send an image in the part named file.')
    return { file, fields }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw malformed(error)
  } finally {
    source.destroy()
  }
}

function parse(
  source: Readable,
  form: InstanceType<typeof Busboy>,
  maxBytes: number,
): Promise<{ file: Buffer | undefined; fields: Upload['fields'] }> {
  const fields = new URLSearchParams()
  let file: Buffer | undefined
  return new Promise((resolve, reject) => {
    form.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => reject(tooLarge(maxBytes)))
      stream.on('error', reject)
      stream.on('end', () => {
        if (name === 'file') file = Buffer.concat(chunks)
        else reject(invalid(name, 'unknown', `There is no part ${name} here: send the image as file.`))
      })
    })
    form.on('field', (name, value) => fields.append(name, value))
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      form.on(limit, () => reject(invalid('file', 'too_many', 'Send one image at a time.')))
    form.on('error', reject)
    form.on('finish', () => resolve({ file, fields: toFields(fields) }))
    source.on('error', reject)
    source.pipe(form)
  })
}

function tooLarge(maxBytes: number): AppError {
  // What is left of the body is not read, so the connection can serve nothing else.
  return new AppError('payload_too_large', `The image is too large: at most ${maxBytes / 1024 / 1024} MiB.`, {
    headers: { Connection: 'close' },
  })
}

function malformed(cause: unknown): AppError {
  const message = 'The multipart form is broken or was cut off. Send it again.'
  return new AppError('validation_failed', message, { errors: [{ field: 'file', code: 'malformed', message }], cause })
}
