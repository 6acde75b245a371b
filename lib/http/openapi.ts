import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { authPaths } from '@/lib/auth/api'
import { env } from '@/lib/env'
import { followPaths } from '@/lib/follows/api'
import { hashtagPaths } from '@/lib/hashtags/api'
import { healthPaths } from '@/lib/health/api'
import { jobPaths } from '@/lib/jobs/api'
import { mediaPaths } from '@/lib/media/api'
import { moderationPaths } from '@/lib/moderation/api'
import { notificationPaths } from '@/lib/notifications/api'
import { reportPaths } from '@/lib/reports/api'
import { searchPaths } from '@/lib/search/api'
import { suggestionPaths } from '@/lib/suggestions/api'
import { timelinePaths } from '@/lib/timelines/api'
import { tweetPaths } from '@/lib/tweets/api'
import { userPaths } from '@/lib/users/api'

/** Every path of the API; each noun describes its own. */
export const paths: ZodOpenApiPathsObject = {
  ...authPaths,
  ...userPaths,
  ...followPaths,
  ...tweetPaths,
  ...suggestionPaths,
  ...timelinePaths,
  ...hashtagPaths,
  ...searchPaths,
  ...mediaPaths,
  ...notificationPaths,
  ...reportPaths,
  ...moderationPaths,
  ...healthPaths,
  ...jobPaths,
}

let document: ReturnType<typeof createDocument> | undefined

/** The OpenAPI 3.1 document, made from the schemas that validate. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  document ??= createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Linnet',
      version: '1',
      description:
        'The JSON API of Linnet. Ids are UUIDv7, times ISO 8601 in UTC, absent values null. Lists are newest first, paged by `cursor`; follow `nextCursor` or the `Link` header. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: env.APP_URL }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token from `POST /api/auth/token`.' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'linnet.session', description: "The browser's session; writes need our own Origin." },
        scheduler: { type: 'http', scheme: 'bearer', description: 'CRON_SECRET of the environment.' },
        monitor: { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN of the environment.' },
      },
    },
  })
  return document
}
