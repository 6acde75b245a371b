import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { hashtagView } from '@/lib/hashtags/schema'
import { operation } from '@/lib/http/operation'
import { pageOf, pageParams } from '@/lib/page'
import { tweetView } from '@/lib/tweets/schema'

const wordPath = z.object({
  word: z.string().meta({ description: 'With or without its #, in any case and Unicode form.', example: 'linnet' }),
})

const shared = { tag: 'Hashtags', who: 'either', path: wordPath } as const

export const hashtagPaths: ZodOpenApiPathsObject = {
  '/api/hashtags/{word}': { get: operation({ ...shared, summary: 'A hashtag and its numbers', returns: hashtagView }) },
  '/api/hashtags/{word}/tweets': {
    get: operation({ ...shared, summary: 'Tweets with the hashtag', query: pageParams, returns: pageOf(tweetView) }),
  },
}
