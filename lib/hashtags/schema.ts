import { z } from 'zod'

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
  })
  .meta({
    id: 'Hashtag',
    description: 'history holds the last seven UTC days, oldest first. rank is null while the hashtag is not ranked.',
  })

export type Hashtag = z.output<typeof hashtagView>
