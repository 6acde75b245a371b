import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Feed } from '@/lib/feeds/feed'
import { toHtml, toPlain } from '@/lib/feeds/html'
import { toJsonFeed } from '@/lib/feeds/json-feed'
import { toRss } from '@/lib/feeds/rss'
import { childrenOf, type Parsed, parseXml, textIn } from '@/lib/testing/xml'
import type { Tweet } from '@/lib/tweets/schema'
import { findEntities } from '@/lib/tweets/text'
import { storableInXml } from '@/lib/xml'

vi.mock('@/lib/env', () => ({ env: { APP_URL: 'https://linnet.example' } }))

const AUTHOR = { id: '019a4b5c-6d7e-7f80-8123-456789abcdef', username: 'ada', name: 'Ada', avatarUrl: null }
const COUNTS = { likesCount: 0, repliesCount: 0, retweetsCount: 0, quotesCount: 0 }
const PICTURE = {
  id: AUTHOR.id,
  url: 'https://images.example/a.webp',
  alt: 'A "bird" & more',
  width: 60,
  height: 40,
  contentType: 'image/webp',
  blurhash: '',
  sizes: [],
}

function tweet(content: string, more: Partial<Tweet> = {}): Tweet {
  const { id } = AUTHOR
  const createdAt = '2026-11-23T10:00:00.000Z'
  return {
    id,
    content,
    author: AUTHOR,
    createdAt,
    conversationId: id,
    entities: findEntities(content),
    media: [],
    replyTo: null,
    quote: null,
    ...COUNTS,
    viewer: null,
    retweetedBy: null,
    ...more,
  }
}

function feed(shown: Tweet, title: string | null = null): Feed {
  const { url, alt, width, height } = PICTURE
  const item = {
    url: 'https://linnet.example/ada/status/1',
    title,
    at: new Date(shown.createdAt),
    author: shown.author,
    text: toPlain(shown),
    html: toHtml(shown),
    tags: ['linnet'],
    images: [{ url, alt, type: 'image/webp', width, height, bytes: 99 }],
  }
  return { title: 'Ada', description: shown.content, page: 'https://linnet.example/ada', icon: null, items: [item] }
}

/** What somebody reads: the texts in order, with line ends. */
function shownIn(html: string): string {
  const walk = ({ name, text, children }: Parsed): string => (name === 'br' ? '\n' : text + children.map(walk).join(''))
  // A parser that keeps the order of texts and elements: each text in an element of its own.
  return walk(parseXml(`<div>${html.replace(/(^|>)([^<]+)/g, '$1<t>$2</t>')}</div>`))
}

function itemOf(rss: string): Parsed {
  const [channel] = childrenOf(parseXml(rss), 'channel')
  const [item] = channel ? childrenOf(channel, 'item') : []
  if (!item) throw new Error('There is no item.')
  return item
}

describe('any text', () => {
  const pieces = fc.constantFrom(
    '#linnet',
    '@grace',
    'https://example.org/?a=1&b=<2>',
    '<script>',
    ']]>',
    '&amp;',
    '\n',
    ' ',
    '😀',
    '\u0001',
    'é',
  )
  const texts = fc.oneof(
    fc.array(pieces).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }).map((text) => text.replace(/\r/g, '')),
  )

  it('comes out of RSS as it was written', () => {
    fc.assert(
      fc.property(texts, (content) => {
        const item = itemOf(toRss(feed(tweet(content), `RT ${content}`)))
        expect(shownIn(textIn(item, 'description'))).toBe(storableInXml(content))
        expect(textIn(item, 'title')).toBe(storableInXml(`RT ${content}`))
      }),
    )
  })

  it('comes out of JSON as it was written', () => {
    fc.assert(
      fc.property(texts, (content) => {
        const [item] = JSON.parse(toJsonFeed(feed(tweet(content)))).items
        expect(item.content_text).toBe(content)
        expect(shownIn(item.content_html)).toBe(storableInXml(content))
      }),
    )
  })
})

it('RSS has what readers ask for', () => {
  const rss = toRss(feed(tweet('Hello #linnet')))
  const item = itemOf(rss)
  expect(rss).toContain('<atom:link href="https://linnet.example/ada/rss.xml" rel="self" type="application/rss+xml"/>')
  expect(textIn(item, 'pubDate')).toBe('Mon, 23 Nov 2026 10:00:00 GMT')
  expect(childrenOf(item, 'guid')).toMatchObject([{ attributes: { isPermaLink: 'true' }, text: 'https://linnet.example/ada/status/1' }])
  expect(childrenOf(item, 'enclosure')).toMatchObject([{ attributes: { url: PICTURE.url, length: '99', type: 'image/webp' } }])
  expect(childrenOf(item, 'media:content')).toMatchObject([{ children: [{ name: 'media:description', text: PICTURE.alt }] }])
  expect(childrenOf(item, 'title')).toEqual([])
})

it('links, images and quotes are told in HTML', () => {
  const html = toHtml(tweet('See #linnet\nhttps://example.org/?a=1&b=2', { media: [PICTURE], quote: tweet('Quoted <b>') }))
  expect(html).toContain('/hashtag/linnet">#linnet</a><br/><a href="https://example.org/?a=1&amp;b=2">')
  expect(html).toContain('<img src="https://images.example/a.webp" alt="A &quot;bird&quot; &amp; more" width="60" height="40"/>')
  expect(html).toMatch(/<blockquote cite="[^"]+"><p>Quoted &lt;b&gt;<\/p><p>— <a href="[^"]+">Ada \(@ada\)<\/a><\/p><\/blockquote>$/)
  expect(toHtml(tweet('Of a deleted one', { quote: { id: AUTHOR.id, deleted: true } }))).toBe('<p>Of a deleted one</p>')
})
