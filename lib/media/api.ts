import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { idempotencyHeaders, operation } from '@/lib/http/operation'
import { mediaInput, mediaView, uploadBody } from '@/lib/media/schema'

const idPath = z.object({ id: z.uuid() })
const shared = { tag: 'Media', who: 'signed in' } as const

export const mediaPaths: ZodOpenApiPathsObject = {
  '/api/media': {
    post: operation({
      ...shared,
      summary: 'Upload an image',
      headers: idempotencyHeaders,
      multipart: uploadBody,
      returns: mediaView,
      status: 201,
      errors: ['idempotency_key_reused'],
    }),
  },
  '/api/media/{id}': {
    patch: operation({ ...shared, summary: 'Describe an image', path: idPath, body: mediaInput, returns: mediaView }),
    delete: operation({ ...shared, summary: 'Delete an image that stands nowhere', path: idPath, status: 204, errors: ['conflict'] }),
  },
}
