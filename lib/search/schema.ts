import { z } from 'zod'
import { pageParams } from '@/lib/page'
import { parseSearch } from '@/lib/search/query'
import { isBlank, text } from '@/lib/text'

/** How long a query may be, in characters and in words, operators and phrases. */
export const QUERY_MAX_CHARACTERS = 500
const QUERY_MAX_TERMS = 30

const EXAMPLE = 'garden "exact words" -rain #linnet from:ada since:2026-01-31 min_likes:5'

const q = text('q', QUERY_MAX_CHARACTERS)
  .refine((value) => !isBlank(value), { error: 'q must not be empty.', params: { code: 'blank' }, abort: true })
  .refine((value) => parseSearch(value).terms.length <= QUERY_MAX_TERMS, {
    error: `q is too long: at most ${QUERY_MAX_TERMS} words, phrases and operators.`,
    params: { code: 'too_many_terms' },
  })
  .meta({
    type: 'string',
    maxLength: QUERY_MAX_CHARACTERS * 10,
    example: EXAMPLE,
    examples: [EXAMPLE, 'to:ada is:reply', '@ada until:2026-02-01', '-#spoilers has:images', '東京'],
    description:
      'Everything must match. `#tag`, `from:ada`, `to:ada`, `@ada`, `"exact words"`, `-word` (and `-` before any other), `since:2026-01-31` and `until:2026-02-01` (UTC; until itself is not in it), `has:images`, `is:reply`, `min_likes:5`. People and hashtags are sought by the words alone.',
  })

export const searchParams = pageParams.extend({
  q,
  type: z.enum(['tweets', 'users', 'hashtags'], { error: 'type must be tweets, users or hashtags.' }).default('tweets'),
  sort: z
    .enum(['latest', 'top'], { error: 'sort must be latest or top.' })
    .default('latest')
    .meta({ description: 'Of tweets: newest first, or among the newest those that moved people most.' }),
  cursor: z.string({ error: 'cursor must be text.' }).optional().meta({ description: '`nextCursor` of the page before.' }),
})
