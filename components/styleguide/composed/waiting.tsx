'use client'

import { useEffect, useState } from 'react'
import type { Waiting } from '@/components/offline/messages'
import { WaitingTweet } from '@/components/offline/waiting-tweet'

/** Tweets that wait for the line. Their words are the browser's, so they come once the page is there. */
export function WaitingTweets({ tweets }: { tweets: Waiting[] }) {
  const [there, setThere] = useState(false)
  useEffect(() => setThere(true), [])
  return <ul className="min-h-24">{there && tweets.map((tweet) => <WaitingTweet key={tweet.key} tweet={tweet} />)}</ul>
}
