import type { Feed, FeedImage, FeedItem } from '@/lib/feeds/feed'
import { element, type Markup, toDocument } from '@/lib/xml'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** The feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with all images as Media RSS has them. */
export function toRss({ title, description, page, icon, items }: Feed): string {
  const [newest] = items
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, page),
    element('description', {}, description),
    element('atom:link', { href: `${page}/rss.xml`, rel: 'self', type: 'application/rss+xml' }),
    ...(newest ? [element('lastBuildDate', {}, newest.at.toUTCString())] : []),
    element('generator', {}, 'Linnet'),
    ...(icon ? [element('image', {}, element('url', {}, icon), element('title', {}, title), element('link', {}, page))] : []),
    ...items.map(toItem),
  )
  return toDocument(element('rss', { version: '2.0', ...NAMESPACES }, channel))
}

function toItem({ url, title, at, author, html, tags, images }: FeedItem): Markup {
  return element(
    'item',
    {},
    ...(title ? [element('title', {}, title)] : []),
    element('link', {}, url),
    element('guid', { isPermaLink: 'true' }, url),
    element('pubDate', {}, at.toUTCString()),
    element('dc:creator', {}, `${author.name} (@${author.username})`),
    element('description', {}, html),
    ...tags.map((tag) => element('category', {}, tag)),
    // RSS has room for one only.
    ...images.slice(0, 1).map(({ url, type, bytes }) => element('enclosure', { url, length: bytes, type })),
    ...images.map(toMedia),
  )
}

function toMedia({ url, alt, type, width, height, bytes }: FeedImage): Markup {
  const described = alt ? [element('media:description', { type: 'plain' }, alt)] : []
  return element('media:content', { url, type, medium: 'image', width, height, fileSize: bytes }, ...described)
}
