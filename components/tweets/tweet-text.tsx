import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'
import type { Entities } from '@/lib/tweets/schema'

type Props = { content: string; entities: Entities; linked?: boolean; className?: string }

// Underlined, because in a text colour alone does not tell a link from the words around it.
const LINK = 'text-link'

/** A text as its author typed it, in its own direction, its hashtags, mentions and links linked unless it stands inside a link. */
export function TweetText({ content, entities, linked = true, className }: Props) {
  return (
    <div dir="auto" className={cn('tweet-text', className)}>
      {toParts(content, entities).map(({ start, text, render }) => (render && linked ? <span key={start}>{render(text)}</span> : text))}
    </div>
  )
}

type Part = { start: number; text: string; render?: (text: string) => ReactNode }

function toParts(content: string, { hashtags, mentions, urls }: Entities): Part[] {
  const links = [
    ...hashtags.map(({ word, ...span }) => ({ ...span, render: (text: string) => internal(`/hashtag/${encodeURIComponent(word)}`, text) })),
    ...mentions.map(({ username, ...span }) => ({ ...span, render: (text: string) => internal(`/${username}`, text) })),
    ...urls.map(({ url, display, ...span }) => ({ ...span, render: () => external(url, display) })),
  ].sort((a, b) => a.start - b.start)
  const parts: Part[] = []
  let end = 0
  for (const link of links) {
    parts.push(
      { start: end, text: content.slice(end, link.start) },
      { start: link.start, text: content.slice(link.start, link.end), render: link.render },
    )
    end = link.end
  }
  return [...parts, { start: end, text: content.slice(end) }].filter(({ text }) => text !== '')
}

function internal(href: string, text: string) {
  return (
    <Link href={href} className={LINK}>
      <bdi>{text}</bdi>
    </Link>
  )
}

function external(url: string, display: string) {
  return (
    <a href={url} title={url} rel="nofollow noopener ugc" className={LINK}>
      <bdi>{display}</bdi>
    </a>
  )
}
