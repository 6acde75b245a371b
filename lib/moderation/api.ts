import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { auditEntryView, suspensionInput, suspensionView } from '@/lib/moderation/schema'
import { pageOf, pageParams } from '@/lib/page'
import { usernamePath } from '@/lib/users/api'

const tag = 'Reports and moderation'

export const moderationPaths: ZodOpenApiPathsObject = {
  '/api/users/{username}/suspension': {
    put: operation({
      tag,
      who: 'signed in',
      summary: 'Suspend them (idempotent)',
      path: usernamePath,
      body: suspensionInput,
      returns: suspensionView,
      errors: ['forbidden'],
    }),
    delete: operation({
      tag,
      who: 'signed in',
      summary: 'Restore them (idempotent)',
      path: usernamePath,
      returns: suspensionView,
      errors: ['forbidden'],
    }),
  },
  '/api/suspensions': {
    get: operation({
      tag,
      who: 'signed in',
      summary: 'Who is suspended',
      query: pageParams,
      returns: pageOf(suspensionView),
      errors: ['forbidden'],
    }),
  },
  '/api/audit': {
    get: operation({
      tag,
      who: 'signed in',
      summary: 'What moderators and the admin did',
      query: pageParams,
      returns: pageOf(auditEntryView),
      errors: ['forbidden'],
    }),
  },
}
