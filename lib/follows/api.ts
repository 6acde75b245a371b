import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { usernamePath } from '@/lib/users/api'
import { userView } from '@/lib/users/schema'

const shared = { tag: 'Follows', who: 'signed in', path: usernamePath, returns: userView } as const

export const followPaths: ZodOpenApiPathsObject = {
  '/api/users/{username}/follow': {
    put: operation({ ...shared, errors: ['validation_failed'], summary: 'Follow them (idempotent)' }),
    delete: operation({ ...shared, errors: ['validation_failed'], summary: 'Stop following them (idempotent)' }),
  },
}
