import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { hashtagView } from '@/lib/hashtags/schema'
import { operation } from '@/lib/http/operation'
import { pageOf } from '@/lib/page'
import { searchParams } from '@/lib/search/schema'
import { tweetView } from '@/lib/tweets/schema'
import { userView } from '@/lib/users/schema'

export const searchPaths: ZodOpenApiPathsObject = {
  '/api/search': {
    get: operation({
      tag: 'Search',
      who: 'either',
      summary: 'Tweets, people or hashtags that match',
      query: searchParams,
      returns: z.union([pageOf(tweetView), pageOf(userView), pageOf(hashtagView)]),
    }),
  },
}
