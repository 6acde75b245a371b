import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from '@/lib/http/operation'
import { notificationView, readInput, unreadView } from '@/lib/notifications/schema'
import { pageOf, pageParams } from '@/lib/page'

const shared = { tag: 'Notifications', who: 'signed in' } as const

export const notificationPaths: ZodOpenApiPathsObject = {
  '/api/notifications': {
    get: operation({ ...shared, summary: 'What I am told of', query: pageParams, returns: pageOf(notificationView) }),
  },
  '/api/notifications/unread-count': { get: operation({ ...shared, summary: 'How much of it I have not read', returns: unreadView }) },
  '/api/notifications/read': {
    post: operation({ ...shared, summary: 'Mark as read up to one', body: readInput, status: 204 }),
  },
}
