import { z } from 'zod'
import { countedParams, pageParams } from '@/lib/page'

/** `?sort=` beside the page's words: newest first, or what moved people most. */
export const hashtagTweetsParams = pageParams.extend({
  sort: z
    .enum(['latest', 'top'], { error: 'sort must be latest or top.' })
    .default('latest')
    .meta({ description: 'latest: newest first. top: of the newest 1,000 by likes + 2 × (retweets + quotes) + replies.' }),
})

/** `?q=` beside the page's words: how the hashtags begin. */
export const hashtagsParams = countedParams.extend({
  q: z
    .string({ error: 'q must be text, and only one.' })
    .default('')
    .meta({ description: 'How the word begins: with or without #, in any case and Unicode form. Empty for all.' }),
})

const day = z.object({ date: z.iso.date(), tweets: z.int(), accounts: z.int() }).meta({ id: 'HashtagDay' })

export const hashtagView = z
  .object({
    word: z.string(),
    display: z.string(),
    tweetsCount: z.int(),
    rank: z.int().nullable(),
    score: z.number(),
    accounts24h: z.int(),
    expected24h: z.number(),
    history: z.array(day).length(7),
    viewer: z.object({ following: z.boolean() }).meta({ id: 'HashtagViewer' }).nullable(),
  })
  .meta({
    id: 'Hashtag',
    description:
      'rank is its place in the list of trending hashtags, null outside of it; one that is there with a score of 0 does not trend but is popular, and fills the list up. accounts24h are the different accounts of the last 24 hours, expected24h how many usually use it in a day, at least 1. history holds the last seven UTC days, oldest first. display is how most of its tweets write it.',
  })

export type Hashtag = z.output<typeof hashtagView>
