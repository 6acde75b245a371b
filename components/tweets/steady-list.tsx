'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { MoreLink } from '@/components/layout/more-link'
import { useNewest } from '@/components/tweets/newest'
import { type Shown, steady } from '@/components/tweets/steady-order'

type Item = { key: string; own: boolean; pinned: boolean; retweeted: boolean; node: ReactNode }
type Props = { items: Item[]; path: string; nextCursor: string | null; more: string }
type Kept = { props: Props; place: string; shown: Shown; nodes: Map<string, ReactNode>; held: string[] }

/**
 * A list of tweets that does not move under the reader. When an act brings the page anew, a tweet stays where it is though a new visit
 * finds it elsewhere and told why, and what others wrote meanwhile waits until one asks for it.
 */
export function SteadyList(props: Props) {
  // Another page of the list is another list, and so is the newest when one asked for it.
  const place = `${usePathname()}?${useSearchParams()} ${useNewest().asked}`
  const [kept, keep] = useState<Kept>(() => begin(props, place))
  const now = kept.props === props ? kept : kept.place === place ? goOn(kept, props) : begin(props, place)
  if (now !== kept) keep(now)
  return (
    <>
      <ol>
        {now.shown.keys.map((key) => (
          <li key={key} className={now.held.includes(key) ? 'held' : undefined}>
            {now.nodes.get(key)}
          </li>
        ))}
      </ol>
      <MoreLink path={props.path} nextCursor={now.shown.nextCursor} label={props.more} />
    </>
  )
}

function begin(props: Props, place: string): Kept {
  return { props, place, shown: { keys: props.items.map(({ key }) => key), nextCursor: props.nextCursor }, nodes: nodesOf(props), held: [] }
}

function goOn(kept: Kept, props: Props): Kept {
  const { items, nextCursor } = props
  const keys = items.map(({ key }) => key)
  const own = items.filter((item) => item.own).map(({ key }) => key)
  const moved = [...kept.props.items, ...items].filter(({ pinned }) => pinned).map(({ key }) => key)
  return {
    ...kept,
    props,
    shown: steady(kept.shown, { keys, own, moved, nextCursor }),
    nodes: new Map([...kept.nodes, ...nodesOf(props)]),
    held: [...new Set([...kept.held, ...changed(kept.props.items, items)])],
  }
}

function nodesOf({ items }: Props): Map<string, ReactNode> {
  return new Map(items.map(({ key, node }) => [key, node]))
}

/** What one retweeted, or no longer retweets, since the list was last shown. */
function changed(before: Item[], items: Item[]): string[] {
  const retweeted = (list: Item[], key: string) => list.some((item) => item.key === key && item.retweeted)
  return before.map(({ key }) => key).filter((key) => retweeted(before, key) !== retweeted(items, key))
}
