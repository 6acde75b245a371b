import { hashtagAddress, tweetAddress, userAddress } from '@/lib/addresses'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import { element, type Markup } from '@/lib/xml'

/** The tweet as HTML for readers of feeds: its text with its links, its images, and what it quotes. */
export function toHtml(tweet: Tweet): string {
  return [...textOf(tweet), ...tweet.media.map(pictureOf), ...quoteOf(tweet.quote)].map(({ xml }) => xml).join('')
}

/** The same in words alone; images are told of elsewhere. */
export function toPlain({ content, quote }: Tweet): string {
  if (!quote || 'deleted' in quote) return content
  return [content, `@${quote.author.username}: ${quote.content}`.trim(), tweetAddress(quote)].filter(Boolean).join('\n\n')
}

function textOf({ content, entities }: Tweet): Markup[] {
  if (content === '') return []
  const links = [
    ...entities.hashtags.map(({ word, ...span }) => ({ ...span, href: hashtagAddress(word) })),
    ...entities.mentions.map(({ username, ...span }) => ({ ...span, href: userAddress(username) })),
    ...entities.urls.map(({ url, ...span }) => ({ ...span, href: url })),
  ].sort((a, b) => a.start - b.start)
  const parts: (Markup | string)[] = []
  let end = 0
  for (const link of links) {
    parts.push(...linesOf(content.slice(end, link.start)), element('a', { href: link.href }, content.slice(link.start, link.end)))
    end = link.end
  }
  return [element('p', {}, ...parts, ...linesOf(content.slice(end)))]
}

function linesOf(text: string): (Markup | string)[] {
  return text.split('\n').flatMap((line, place) => (place === 0 ? [line] : [element('br', {}), line]))
}

function pictureOf({ url, alt, width, height }: Tweet['media'][number]): Markup {
  return element('p', {}, element('img', { src: url, alt, width, height }))
}

function quoteOf(quote: Tweet | DeletedTweet | null): Markup[] {
  if (!quote || 'deleted' in quote) return []
  const { name, username } = quote.author
  const by = element('p', {}, '— ', element('a', { href: tweetAddress(quote) }, `${name} (@${username})`))
  return [element('blockquote', { cite: tweetAddress(quote) }, ...textOf(quote), ...quote.media.map(pictureOf), by)]
}
