'use client'

import { type ReactNode, useState } from 'react'
import { steadyOrder } from '@/components/tweets/steady-order'

type Item = { key: string; mine: boolean; node: ReactNode }
type Kept = { order: string[]; mine: string[]; held: string[] }

/** A timeline in which a tweet stays where it is when one retweets it or takes that back, though a new visit finds it elsewhere and told why. */
export function SteadyList({ items }: { items: Item[] }) {
  const mine = items.filter((item) => item.mine).map(({ key }) => key)
  const keys = items.map(({ key }) => key)
  const [kept, keep] = useState<Kept>({ order: keys, mine, held: [] })
  const held = [...new Set([...kept.held, ...changed(kept, mine)])]
  const order = steadyOrder(kept.order, keys, held)
  if (`${order}` !== `${kept.order}` || `${mine}` !== `${kept.mine}`) keep({ order, mine, held })
  return (
    <ol>
      {order.map((key) => (
        <li key={key} className={held.includes(key) ? 'held' : undefined}>
          {items.find((item) => item.key === key)?.node}
        </li>
      ))}
    </ol>
  )
}

/** What one retweeted, or no longer retweets, since the list was last shown. */
function changed({ order, mine: before }: Kept, mine: string[]): string[] {
  return order.filter((key) => before.includes(key) !== mine.includes(key))
}
