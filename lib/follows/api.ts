import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { usernamePath } from '@/lib/users/api'
import { userView } from '@/lib/users/schema'

const shared = { tag: 'Follows, blocks, mutes', who: 'signed in', path: usernamePath, returns: userView } as const

export const followPaths: ZodOpenApiPathsObject = {
  '/api/users/{username}/follow': {
    put: operation({ ...shared, summary: 'Follow them (idempotent)', errors: ['forbidden', 'validation_failed'] }),
    delete: operation({ ...shared, summary: 'Stop following them (idempotent)', errors: ['validation_failed'] }),
  },
  '/api/users/{username}/block': {
    put: operation({ ...shared, summary: 'Block them (idempotent)', errors: ['validation_failed'] }),
    delete: operation({ ...shared, summary: 'Block them no more (idempotent)', errors: ['validation_failed'] }),
  },
  '/api/users/{username}/mute': {
    put: operation({ ...shared, summary: 'Mute them (idempotent)', errors: ['validation_failed'] }),
    delete: operation({ ...shared, summary: 'Mute them no more (idempotent)', errors: ['validation_failed'] }),
  },
}
