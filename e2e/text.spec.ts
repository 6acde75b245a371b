import type { Page } from '@playwright/test'
import { card, expect, newText, pathOf, post, test } from '@/e2e/fixtures'

const PAYLOADS = [
  '<script>window.ran = true</script>',
  '<img src=x onerror="window.ran = true">',
  '"><svg onload="window.ran = true">',
  `'-(window.ran = true)-'`,
  '</title></textarea><script>window.ran = true</script>',
  '<a href="javascript:window.ran = true">click</a>',
  'javascript:window.ran=true https://example.org/"onmouseover="window.ran=true" #tag"onclick="window.ran=true"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an attack on those who evaluate templates
  '${window.ran = true} {{window.ran = true}} <!-- --><![CDATA[<script>window.ran = true</script>]]>',
]

test('text from people is text', { tag: '@nojs' }, async ({ page, me, tweet, request }) => {
  const name = '<img src=x onerror="window.ran=true">'
  const bio = '"><script>window.ran = true</script>'
  const headers = { Authorization: `Bearer ${me.token}` }
  const profile = { name, bio, location: '<svg onload=ran=1>', website: "https://example.org/?'-(ran=1)-'" }
  expect((await request.patch('/api/users/me', { headers, data: profile })).status()).toBe(200)
  for (const website of [
    'javascript:window.ran=true',
    'JAVASCRIPT:ran=1',
    'data:text/html,<script>1</script>',
    'java\nscript:ran=1',
    'https://example.org/?"><script>ran=1</script>',
  ]) {
    expect((await request.patch('/api/users/me', { headers, data: { website } })).status(), website).toBe(422)
  }
  const written = []
  for (const payload of PAYLOADS) written.push(await tweet(me, payload))
  await page.goto('/home')
  for (const payload of PAYLOADS.toReversed().slice(2)) await expect(card(page, payload).first()).toBeVisible()
  await post(page, newText(PAYLOADS[0]))
  for (const path of [`/${me.username}`, '/settings/profile', `/${me.username}/followers`, ...written.slice(0, 2).map(pathOf)]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNothingRan(page, path)
  }
  await page.goto(`/${me.username}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(bio, { exact: true })).toBeVisible()
  for (const link of await page.getByRole('main').getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^(\/|https:\/\/example\.org\/)/)
})

test('addresses carry no code into our pages', async ({ page, me }) => {
  for (const path of [
    `/hashtag/${encodeURIComponent('<script>window.ran=true</script>')}`,
    `/login?next=${encodeURIComponent('javascript:window.ran=true')}`,
    `/home?cursor=${encodeURIComponent('"><script>window.ran=true</script>')}`,
    `/compose?replyTo=${encodeURIComponent('"><script>window.ran=true</script>')}`,
    `/${me.username}?x=${encodeURIComponent('</script><script>window.ran=true</script>')}`,
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNothingRan(page, path)
  }
})

test('writing direction is turned only inside a name or a tweet', { tag: '@nojs' }, async ({ page, person, tweet, login }) => {
  const me = await person({ name: '\u202eturned', bio: '\u202ebio', location: '\u2067place' })
  await login(me)
  const first = await tweet(me, newText('\u202eright to left \u2067 and'))
  const answer = await tweet(me, newText('\u202d\u2066\u2068\u202b and'), { replyToId: first.id })
  await tweet(me, newText('\u202equoting'), { quoteId: answer.id })
  for (const path of [
    '/home',
    '/explore',
    `/${me.username}`,
    `/${me.username}/replies`,
    pathOf(answer),
    '/settings/profile',
    `/hashtag/${encodeURIComponent('\u202elinnet')}`,
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(turnedTexts), path).toEqual([])
  }
})

test('Arabic stands on the right and English on the left', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const [arabic, english] = [newText('صباح الخير'), newText('Good morning')]
  await tweet(me, arabic)
  await tweet(me, english)
  await page.goto('/home')
  for (const [text, direction] of [
    [arabic, 'rtl'],
    [english, 'ltr'],
  ] as const) {
    await expect(page.getByText(text)).toHaveCSS('direction', direction)
  }
  await expect(page.getByRole('main')).toHaveCSS('direction', 'ltr')
})

async function expectNothingRan(page: Page, path: string) {
  await page.getByRole('main').hover({ position: { x: 5, y: 5 } })
  expect(await page.evaluate(() => 'ran' in window), path).toBe(false)
  const planted = await page.evaluate(() => document.querySelectorAll('[onerror], [onload], [onclick], [onmouseover], [src="x"]').length)
  expect(planted, path).toBe(0)
}

/** The words of the page's own, outside of what people wrote, that are shown from right to left. */
function turnedTexts(): string[] {
  const ofPeople = 'bdi, [dir=auto], title, script, style, textarea, h1, svg'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const turned: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    const [first, last] = [text.search(/[a-z]/i), text.search(/[a-z][^a-z]*$/i)]
    if (first === last || node.parentElement?.closest(ofPeople)) continue
    const [start, end] = [first, last].map((at) => {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect()
    })
    if (start && end && start.top === end.top && start.left > end.left) turned.push(text)
  }
  return turned
}
