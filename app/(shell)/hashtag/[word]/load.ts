import { cache } from 'react'
import { findHashtag } from '@/lib/hashtags/queries'
import type { Hashtag } from '@/lib/hashtags/schema'
import { getViewer } from '@/lib/http/page'

/** The word in a hashtag's address, without its #, and the hashtag, or null when nobody ever used it. Asked once per request. */
export async function loadHashtag(params: Promise<{ word: string }>): Promise<{ word: string; hashtag: Hashtag | null }> {
  const word = decodeURIComponent((await params).word).replace(/^[#＃]/, '')
  return { word, hashtag: await find(word) }
}

const find = cache(async (word: string) => findHashtag(await getViewer(), word))
