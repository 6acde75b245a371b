import type { APIResponse, Page } from '@playwright/test'
import { bearer, expect, newText, newUsername, pathOf, test } from '@/e2e/fixtures'

const HOSTILE = '</script><script>throw 1</script> ]]> &amp; 👩‍👩‍👧‍👦'

const hrefs = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
const structured = async (page: Page) => JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')

test('pages of people and hashtags offer feeds that tell what they show', async ({ page, person, tweet, request, baseURL }) => {
  const them = await person()
  const word = `日本語${newUsername()}`
  const text = `${HOSTILE} #${word}`
  const permalink = `${baseURL}${pathOf(await tweet(them, text))}`
  for (const path of [`/${them.username}`, `/hashtag/${encodeURIComponent(word)}`]) {
    await page.goto(path)
    const offered = await hrefs(page, 'link[rel="alternate"]')
    expect(offered, path).toEqual([`${baseURL}${path}/rss.xml`, `${baseURL}${path}/feed.json`])
    await expect(page.getByRole('link', { name: 'RSS feed' })).toHaveAttribute('href', `${path}/rss.xml`)
    const [rss = '', json = ''] = offered
    const xml = await page.evaluate(async (url) => {
      const parsed = new DOMParser().parseFromString(await (await fetch(url)).text(), 'application/xml')
      const shown = new DOMParser().parseFromString(parsed.querySelector('item description')?.textContent ?? '', 'text/html')
      return {
        guid: parsed.querySelector('item guid')?.textContent,
        text: shown.body.textContent,
        broken: parsed.querySelector('parsererror'),
      }
    }, rss)
    expect(xml, path).toEqual({ guid: permalink, text, broken: null })
    const answer = await request.get(json)
    expect(answer.headers(), path).toMatchObject({ 'content-type': 'application/feed+json', 'cache-control': 'public, max-age=300' })
    expect((await answer.json()).items, path).toMatchObject([{ id: permalink, content_text: text }])
    const again = await request.get(json, { headers: { 'If-None-Match': answer.headers().etag ?? '' } })
    expect(again.status(), path).toBe(304)
    expect((await request.head(rss)).status(), path).toBe(200)
  }
  expect((await request.get(`/${newUsername()}/rss.xml`)).status()).toBe(404)
})

test('a tweet tells programs what it is, at one address, also from a page that was kept', async ({
  page,
  person,
  tweet,
  request,
  baseURL,
}) => {
  const them = await person({ name: '<b>"Bird"</b>' })
  const theirs = await tweet(them, newText(HOSTILE))
  for (const path of [`/somebody/status/${theirs.id}`, pathOf(theirs)]) {
    await page.goto(path)
    expect(await hrefs(page, 'link[rel="canonical"]')).toEqual([`${baseURL}${pathOf(theirs)}`])
    expect(await structured(page)).toMatchObject({
      '@type': 'SocialMediaPosting',
      url: `${baseURL}${pathOf(theirs)}`,
      articleBody: theirs.content,
      datePublished: theirs.createdAt,
      author: { '@type': 'Person', name: them.name, url: `${baseURL}/${them.username}` },
    })
  }
  const [first, second] = [await request.get(pathOf(theirs)), await request.get(pathOf(theirs))]
  const dataIn = async (answer: APIResponse) => /<script type="application\/ld\+json">[^<]+<\/script>/.exec(await answer.text())?.[0]
  expect(first.headers()['content-security-policy']).not.toBe(second.headers()['content-security-policy'])
  expect(await dataIn(first)).toBe(await dataIn(second))
  await page.goto(`/${them.username}`)
  expect(await structured(page)).toMatchObject({ '@type': 'ProfilePage', mainEntity: { alternateName: `@${them.username}` } })
})

test('the sitemap leads to whoever writes and what they wrote', async ({ person, tweet, request, baseURL }) => {
  const them = await person()
  const theirs = await tweet(them, newText())
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  const locations = async (url: string) =>
    [...(await (await request.get(url)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url)
  const parts = await locations('/sitemap.xml')
  const people = parts.findLast((part) => part.includes('/people/')) ?? ''
  const tweets = parts.find((part) => part.includes('/tweets/')) ?? ''
  expect(await locations(people)).toContain(`${baseURL}/${them.username}`)
  expect(await locations(tweets)).toContain(`${baseURL}${pathOf(theirs)}`)
  await request.delete(`/api/tweets/${theirs.id}`, { headers: bearer(them) })
  expect(await locations(tweets)).not.toContain(`${baseURL}${pathOf(theirs)}`)
})
