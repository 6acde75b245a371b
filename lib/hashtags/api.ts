import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { hashtagsParams, hashtagTweetsParams, hashtagView } from '@/lib/hashtags/schema'
import { operation } from '@/lib/http/operation'
import { numberedParams, pageOf, pageParams } from '@/lib/page'
import { tweetView } from '@/lib/tweets/schema'

const wordPath = z.object({
  word: z
    .string()
    .meta({ description: 'With or without its #, in any case and Unicode form. Only `#trending` needs its #.', example: 'linnet' }),
})

const tag = 'Hashtags'
const shared = { tag, who: 'either', path: wordPath } as const
const follow = { tag, who: 'signed in', path: wordPath, returns: hashtagView } as const

export const hashtagPaths: ZodOpenApiPathsObject = {
  '/api/hashtags': {
    get: operation({
      tag,
      who: 'either',
      summary: 'Hashtags that begin alike, most used first',
      query: hashtagsParams,
      returns: pageOf(hashtagView),
    }),
  },
  '/api/hashtags/trending': {
    get: operation({
      tag,
      who: 'either',
      summary: 'Hashtags by rank: what trends, filled up to five with what is popular (score 0)',
      query: numberedParams,
      returns: pageOf(hashtagView),
    }),
  },
  '/api/hashtags/{word}': { get: operation({ ...shared, summary: 'A hashtag and its numbers', returns: hashtagView }) },
  '/api/hashtags/{word}/tweets': {
    get: operation({
      ...shared,
      summary: 'Tweets with the hashtag, newest first or those that moved people most',
      query: hashtagTweetsParams,
      returns: pageOf(tweetView),
    }),
  },
  '/api/hashtags/{word}/follow': {
    put: operation({ ...follow, summary: 'Let its tweets join my home timeline (idempotent)' }),
    delete: operation({ ...follow, summary: 'Let them join it no more (idempotent)' }),
  },
  '/api/users/me/hashtags': {
    get: operation({
      tag,
      who: 'signed in',
      summary: 'Hashtags that I follow, newest first',
      query: pageParams,
      returns: pageOf(hashtagView),
    }),
  },
}
