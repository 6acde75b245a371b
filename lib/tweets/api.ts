import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import type { ErrorCode } from '@/lib/errors'
import { idempotencyHeaders, operation } from '@/lib/http/operation'
import { pageOf, pageParams } from '@/lib/page'
import { threadView, tweetInput, tweetView } from '@/lib/tweets/schema'
import { userView } from '@/lib/users/schema'

const writerHeaders = idempotencyHeaders.extend({
  'Linnet-Writer': z.uuid().optional().meta({ description: 'Whose tweet it is to be: refused when somebody else is signed in.' }),
})

const idPath = z.object({ id: z.uuid() })

const tag = 'Tweets'

const act = { tag, who: 'signed in', path: idPath, returns: tweetView } as const

const toggle = (put: string, undo: string, errors: ErrorCode[] = []) => ({
  put: operation({ ...act, errors, summary: `${put} (idempotent)` }),
  delete: operation({ ...act, errors, summary: `${undo} (idempotent)` }),
})

const listed = { tag, who: 'either', path: idPath, query: pageParams } as const

export const tweetPaths: ZodOpenApiPathsObject = {
  '/api/tweets': {
    post: operation({
      summary: 'Tweet, reply or quote',
      tag,
      who: 'signed in',
      headers: writerHeaders,
      body: tweetInput,
      returns: tweetView,
      status: 201,
      errors: ['idempotency_key_reused', 'forbidden'],
    }),
  },
  '/api/tweets/{id}': {
    get: operation({ summary: 'A tweet', tag, who: 'either', path: idPath, returns: tweetView }),
    delete: operation({ summary: 'Delete my tweet', tag, who: 'signed in', path: idPath, status: 204, errors: ['forbidden'] }),
  },
  '/api/tweets/{id}/replies': {
    get: operation({
      summary: 'Direct replies, oldest first',
      tag,
      who: 'either',
      path: idPath,
      query: pageParams,
      returns: pageOf(tweetView),
    }),
  },
  '/api/tweets/{id}/thread': {
    get: operation({
      summary: 'The chain above, the tweet, and a page of its replies',
      tag,
      who: 'either',
      path: idPath,
      query: pageParams,
      returns: threadView,
    }),
  },
  '/api/tweets/{id}/like': toggle('Like it', 'Like it no more'),
  '/api/tweets/{id}/retweet': toggle('Retweet it', 'Take the retweet back'),
  '/api/tweets/{id}/bookmark': toggle('Keep it for later', 'Keep it no more'),
  '/api/tweets/{id}/pin': toggle('Pin my tweet to my profile', 'Unpin it', ['forbidden']),
  '/api/tweets/{id}/likes': { get: operation({ ...listed, summary: 'Who likes it', returns: pageOf(userView) }) },
  '/api/tweets/{id}/retweets': { get: operation({ ...listed, summary: 'Who retweeted it', returns: pageOf(userView) }) },
  '/api/tweets/{id}/quotes': { get: operation({ ...listed, summary: 'Tweets that quote it', returns: pageOf(tweetView) }) },
}
