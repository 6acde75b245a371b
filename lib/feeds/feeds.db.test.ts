import { beforeAll, describe, expect, it } from 'vitest'
import * as userJson from '@/app/(shell)/[username]/feed.json/route'
import * as userRss from '@/app/(shell)/[username]/rss.xml/route'
import * as hashtagJson from '@/app/(shell)/hashtag/[word]/feed.json/route'
import * as hashtagRss from '@/app/(shell)/hashtag/[word]/rss.xml/route'
import { env } from '@/lib/env'
import { uploadMedia } from '@/lib/media/commands'
import { suspend } from '@/lib/moderation/commands'
import { pinTweet } from '@/lib/pins/commands'
import { retweet } from '@/lib/retweets/commands'
import { moderator, type Person, pictureFile, somebody, tweetBy, tweetsBy } from '@/lib/testing/factory'
import { childrenOf, type Parsed, parseXml, textIn } from '@/lib/testing/xml'
import { createTweet } from '@/lib/tweets/commands'
import type { Tweet } from '@/lib/tweets/schema'

const HOSTILE = 'A <b>&amp; ]]> "quoted" 👩‍👩‍👧‍👦 𝒜\u0001\nsecond line #feeds'

let ada: Person
let grace: Person
let first: Tweet
let hostile: Tweet
let retweeted: Tweet

beforeAll(async () => {
  ada = await somebody({ name: 'Ada & <Co>' })
  grace = await somebody()
  first = await tweetBy(ada, 'The first, pinned.')
  retweeted = await tweetBy(grace, 'Worth telling.')
  hostile = await tweetBy(ada, HOSTILE)
  await tweetBy(ada, 'A reply is not told. #feeds', { replyToId: retweeted.id })
  await retweet(ada, retweeted.id)
  await pinTweet(ada, first.id)
})

let asked = 0

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

function ask<P>(handler: Handler<P>, params: P, { method = 'GET', ...headers }: Record<string, string> = {}): Promise<Response> {
  return handler(new Request(`${env.APP_URL}/feed?${asked++}`, { method, headers }), { params: Promise.resolve(params) })
}

async function itemsOf(response: Response): Promise<Parsed[]> {
  return childrenOf(parseXml(await response.text()).children[0] as Parsed, 'item')
}

const permalink = ({ id, author }: Tweet) => `${env.APP_URL}/${author.username}/status/${id}`

describe('the feed of a person', () => {
  it('has tweets and retweets, newest first, no replies, and the pinned one in its place', async () => {
    const answer = await ask(userRss.GET, { username: ada.username })
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    const items = await itemsOf(answer)
    expect(items.map((item) => textIn(item, 'guid'))).toEqual([retweeted, hostile, first].map(permalink))
    const [told, own] = items as [Parsed, Parsed]
    expect(textIn(told, 'title')).toBe(`Ada & <Co> (@${ada.username}) retweeted ${grace.username} (@${grace.username})`)
    expect(Date.parse(textIn(told, 'pubDate'))).toBeGreaterThanOrEqual(Math.floor(Date.parse(hostile.createdAt) / 1_000) * 1_000)
    expect(childrenOf(own, 'title')).toEqual([])
    expect(textIn(own, 'description')).toBe(
      '<p>A &lt;b&gt;&amp;amp; ]]&gt; &quot;quoted&quot; 👩‍👩‍👧‍👦 𝒜\ufffd<br/>second line ' +
        `<a href="${env.APP_URL}/hashtag/feeds">#feeds</a></p>`,
    )
  })

  it('is the same as JSON Feed 1.1', async () => {
    const answer = await ask(userJson.GET, { username: ada.username.toUpperCase() })
    expect(answer.headers.get('content-type')).toBe('application/feed+json')
    const feed = await answer.json()
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: `${env.APP_URL}/${ada.username}`,
      feed_url: `${env.APP_URL}/${ada.username}/feed.json`,
    })
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual([retweeted, hostile, first].map(permalink))
    expect(feed.items[1]).toMatchObject({ content_text: hostile.content, date_published: hostile.createdAt, tags: ['feeds'] })
  })

  it('has the newest twenty', async () => {
    const busy = await somebody()
    const tweets = await tweetsBy(busy, 22)
    const items = await itemsOf(await ask(userRss.GET, { username: busy.username }))
    expect(items.map((item) => textIn(item, 'link'))).toEqual(tweets.toReversed().slice(0, 20).map(permalink))
  })

  it('tells of images with their sizes', async () => {
    const painter = await somebody()
    const { value: media } = await uploadMedia(painter, await pictureFile(), { alt: 'Two birds' })
    await createTweet(painter, { content: '', mediaIds: [media.id] })
    const [item] = (await itemsOf(await ask(userRss.GET, { username: painter.username }))) as [Parsed]
    const [enclosure] = childrenOf(item, 'enclosure') as [Parsed]
    expect(enclosure.attributes).toMatchObject({ url: media.url, type: media.contentType })
    expect(Number(enclosure.attributes.length)).toBeGreaterThan(100)
    const [told] = (await (await ask(userJson.GET, { username: painter.username })).json()).items
    expect(told.attachments).toEqual([
      { url: media.url, mime_type: media.contentType, size_in_bytes: Number(enclosure.attributes.length), title: 'Two birds' },
    ])
  })
})

describe('the feed of a hashtag', () => {
  it('has the newest tweets with it, in any case', async () => {
    const items = await itemsOf(await ask(hashtagRss.GET, { word: 'FEEDS' }))
    expect(items).toHaveLength(2)
    const feed = await (await ask(hashtagJson.GET, { word: 'feeds' })).json()
    expect(feed).toMatchObject({ title: '#feeds on Linnet', feed_url: `${env.APP_URL}/hashtag/feeds/feed.json` })
    expect(feed.items.map(({ url }: { url: string }) => url)).toEqual(items.map((item) => textIn(item, 'link')))
  })
})

describe('every feed', () => {
  it('has an ETag, is answered 304 and by HEAD, and may be kept', async () => {
    const answer = await ask(userRss.GET, { username: ada.username })
    const etag = answer.headers.get('etag') ?? ''
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(answer.headers.get('vary')).toBeNull()
    const again = await ask(userRss.GET, { username: ada.username }, { 'If-None-Match': `W/"other", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await ask(userRss.HEAD, { username: ada.username }, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    const posted = await ask(userRss.POST, { username: ada.username }, { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  it('is not there for what is not there', async () => {
    for (const username of ['nobody_at_all', 'no.such', '', '%00']) expect((await ask(userRss.GET, { username })).status).toBe(404)
    for (const word of ['never_used', '1', 'a b']) expect((await ask(hashtagJson.GET, { word })).status).toBe(404)
  })

  it('tells nothing of who is suspended', async () => {
    const [gone, keeper] = [await somebody(), await moderator()]
    await tweetBy(gone, 'Not for long. #vanishing')
    const theirs = await tweetBy(gone, 'Retweeted.')
    const fan = await somebody()
    await retweet(fan, theirs.id)
    await suspend(keeper, gone.username, {})
    expect((await ask(userRss.GET, { username: gone.username })).status).toBe(404)
    expect(await itemsOf(await ask(userRss.GET, { username: fan.username }))).toEqual([])
    expect(await itemsOf(await ask(hashtagRss.GET, { word: 'vanishing' }))).toEqual([])
  })
})
