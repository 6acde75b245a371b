import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { numberedParams, pageOf } from '@/lib/page'
import { userView } from '@/lib/users/schema'

export const suggestionPaths: ZodOpenApiPathsObject = {
  '/api/users/me/suggestions': {
    get: operation({
      summary: 'Whom I may want to follow',
      tag: 'Users',
      who: 'signed in',
      query: numberedParams,
      returns: pageOf(userView),
    }),
  },
}
