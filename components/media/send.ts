import { say } from '@/components/ui/say'
import type { Media } from '@/lib/media/schema'

/** Why an image was not sent, in words, and whether the same may work at another time. */
export class NotSent extends Error {
  readonly again: boolean

  constructor(message: string, again: boolean) {
    super(message)
    this.name = 'NotSent'
    this.again = again
  }
}

type Sending = {
  file: Blob
  name: string
  /** The same for each try, so that none uploads it twice. */
  key: string
  signal: AbortSignal
  /** Told what part was sent, from 0 to 1. */
  onProgress?: (part: number) => void
}

/** Uploads an image. Throws `NotSent`. */
export function sendImage({ file, name, key, signal, onProgress }: Sending): Promise<Media> {
  const body = new FormData()
  body.set('file', file, name)
  // fetch cannot tell how far an upload has come.
  const request = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    const lost = () => reject(new NotSent(say('image.notSent'), true))
    request.open('POST', '/api/media')
    request.responseType = 'json'
    request.setRequestHeader('Idempotency-Key', key)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status === 201 ? resolve(request.response) : reject(refused(request)))
    request.onerror = lost
    request.onabort = lost
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

/** Has an image that stands nowhere deleted. What is not heard of this the server deletes after a day. */
export function forgetImage(id: string): void {
  fetch(`/api/media/${id}`, { method: 'DELETE', keepalive: true }).catch(() => null)
}

/** What is wrong with an image, by the API's codes. */
const WRONG = [
  'payload_too_large',
  'unsupported_media_type',
  'too_many_pixels',
  'too_many_frames',
  'too_complex',
  'unreadable',
  'empty',
  'rate_limited',
] as const

/** Why it was refused, by the codes of the answer (RFC 9457), or by what stands before the server. */
function refused({ status, response }: XMLHttpRequest): NotSent {
  const codes = [response?.errors?.[0]?.code, response?.code, status === 413 && 'payload_too_large']
  const wrong = WRONG.find((code) => codes.includes(code))
  return new NotSent(say(wrong ? `image.${wrong}` : 'image.notStored'), !wrong || status === 429)
}
