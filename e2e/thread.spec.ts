import type { Page } from '@playwright/test'
import { bearer, card, expect, newText, pathOf, test } from '@/e2e/fixtures'
import type { Tweet } from '@/lib/tweets/schema'

const replies = (page: Page) => page.getByRole('region', { name: 'Replies' })
const start = async (page: Page, text: string) => (await card(page, text).getByText(text).boundingBox())?.x ?? 0

test('one answer below another stays flush, several are indented', { tag: ['@nojs', '@phone'] }, async ({ page, person, tweet }) => {
  const [ask, answer] = [await person(), await person()]
  const root = await tweet(ask, newText('Who?'))
  const single = await tweet(answer, newText('I'), { replyToId: root.id })
  const below = await tweet(ask, newText('You?'), { replyToId: single.id })
  const forked = await tweet(answer, newText('We'), { replyToId: root.id })
  const [left, right] = [
    await tweet(ask, newText('Both?'), { replyToId: forked.id }),
    await tweet(ask, newText('All?'), { replyToId: forked.id }),
  ]
  await page.goto(pathOf(root))
  await expect(replies(page).getByRole('article')).toContainText([single, below, forked, left, right].map(({ content }) => content))
  expect(await start(page, below.content)).toBe(await start(page, single.content))
  const indent = (await start(page, left.content)) - (await start(page, forked.content))
  expect(indent).toBeGreaterThan(8)
  expect(indent).toBeLessThan(48)
  expect(await start(page, right.content)).toBe(await start(page, left.content))
})

test('what does not fit leads to its own page, and a long chain to its beginning', { tag: '@nojs' }, async ({ page, person, tweet }) => {
  const me = await person()
  const chain = [await tweet(me, newText('Once'))]
  for (let number = 1; number < 45; number++) chain.push(await tweet(me, newText(`Then ${number}`), { replyToId: chain.at(-1)?.id ?? '' }))
  const [first, second, , , fifth] = chain as [Tweet, Tweet, Tweet, Tweet, Tweet]
  const last = chain.at(-1) as Tweet
  await page.goto(pathOf(first))
  await expect(replies(page).getByRole('article')).toHaveCount(3)
  await replies(page).getByRole('link', { name: 'Show more replies' }).click()
  await expect(replies(page)).toContainText(fifth.content)

  await page.goto(pathOf(last))
  const above = page.getByRole('list', { name: 'What this answers' })
  await expect(above.getByRole('article')).toHaveCount(40)
  await expect(above).not.toContainText(second.content)
  await page.getByRole('link', { name: 'Show earlier' }).click()
  await expect(above).toContainText(first.content)
  await expect(page.getByRole('link', { name: 'Show earlier' })).toHaveCount(0)
})

test('a deleted answer keeps its place while something answers it', { tag: '@nojs' }, async ({ page, person, tweet, request }) => {
  const me = await person()
  const root = await tweet(me, newText('Root'))
  const gone = await tweet(me, newText('Gone'), { replyToId: root.id })
  const below = await tweet(me, newText('Still here'), { replyToId: gone.id })
  expect((await request.delete(`/api/tweets/${gone.id}`, { headers: bearer(me) })).status()).toBe(204)
  await page.goto(pathOf(root))
  await expect(replies(page).getByText('This tweet was deleted.')).toHaveCount(1)
  await expect(replies(page)).toContainText(below.content)
  await request.delete(`/api/tweets/${below.id}`, { headers: bearer(me) })
  // While much is written a visitor may see what is a second old.
  await expect(async () => {
    await page.reload()
    await expect(replies(page).getByText('This tweet was deleted.')).toHaveCount(0, { timeout: 500 })
  }).toPass()
})

test('many answers come page by page, each once', { tag: '@nojs' }, async ({ page, person, tweet }) => {
  const me = await person()
  const root = await tweet(me, newText('Wide'))
  const all: string[] = []
  for (let number = 0; number < 23; number++) all.push((await tweet(me, newText(`Answer ${number}`), { replyToId: root.id })).content)
  await page.goto(pathOf(root))
  await expect(replies(page).getByRole('article')).toContainText(all.slice(0, 20))
  await page.getByRole('link', { name: 'Show more' }).click()
  await expect(replies(page).getByRole('article')).toContainText(all.slice(20))
})

test('whoever answers sees whom', { tag: '@nojs' }, async ({ page, person, tweet, me }) => {
  const them = await person()
  const theirs = await tweet(them, newText(`Speak, ${me.username}`))
  await page.goto(`/compose?replyTo=${theirs.id}`)
  await expect(page.getByText(`Replying to @${them.username}`)).toBeVisible()
  await expect(page.getByRole('textbox', { name: `Your reply to @${them.username}` })).toHaveValue('')
})

test('the deepest and the widest conversations fit a small phone', async ({ page, person, tweet }) => {
  const [me, them] = [await person({ name: 'W'.repeat(50) }), await person({ name: 'W'.repeat(50) })]
  const root = await tweet(me, newText('Trunk'))
  for (let bough = 0; bough < 3; bough++) {
    const branch = await tweet(me, 'W'.repeat(120), { replyToId: root.id })
    for (let twig = 0; twig < 4; twig++) {
      const end = await tweet(me, `https://example.org/${'x'.repeat(60)}`, { replyToId: branch.id })
      for (let leaf = 0; leaf < 4; leaf++) await tweet(them, '字'.repeat(60), { replyToId: end.id })
    }
  }
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(pathOf(root))
  await expect(replies(page).getByRole('article')).toHaveCount(3 * (1 + 3 * (1 + 3)))
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
})

test('what answers a deleted tweet far down is reached all the same', { tag: '@nojs' }, async ({ page, person, tweet, request }) => {
  const me = await person()
  const chain = [await tweet(me, newText('Top'))]
  for (let number = 1; number < 6; number++) chain.push(await tweet(me, newText(`Down ${number}`), { replyToId: chain.at(-1)?.id ?? '' }))
  const [top, , , gone, below] = chain as [Tweet, Tweet, Tweet, Tweet, Tweet]
  expect((await request.delete(`/api/tweets/${gone.id}`, { headers: bearer(me) })).status()).toBe(204)
  await page.goto(pathOf(top))
  await expect(replies(page).getByText('This tweet was deleted.')).toBeVisible()
  await replies(page).getByRole('link', { name: 'Show more replies' }).click()
  await expect(page).toHaveURL(`/i/status/${gone.id}`)
  await expect(replies(page)).toContainText(below.content)
  await expect(page.getByRole('list', { name: 'What this answers' })).toContainText(top.content)
  await page.goto(pathOf(gone))
  await expect(page).toHaveURL(`/i/status/${gone.id}`)
})

test('a reply opens at itself, below the chain above it', { tag: ['@nojs', '@phone'] }, async ({ page, person, tweet }) => {
  const me = await person()
  const chain = [await tweet(me, newText('First'))]
  for (let number = 1; number < 12; number++) chain.push(await tweet(me, newText(`Next ${number}`), { replyToId: chain.at(-1)?.id ?? '' }))
  const last = chain.at(-1) as Tweet
  await page.goto(`/${me.username}/replies`)
  await card(page, last.content).getByRole('link', { name: 'now' }).click()
  await expect(page).toHaveURL(`${pathOf(last)}#tweet`)
  await expect(card(page, last.content)).toBeInViewport({ ratio: 1 })
  await page.goto(pathOf(last))
  await expect(card(page, last.content)).toBeInViewport({ ratio: 1 })
})
