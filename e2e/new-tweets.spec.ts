import type { Page } from '@playwright/test'
import { card, expect, newText, post, said, test } from '@/e2e/fixtures'

const pill = (page: Page) => page.getByRole('button', { name: /^Show .* new tweets?$/ })

test('what people write meanwhile waits behind a button', { tag: '@phone' }, async ({
  page,
  another,
  person,
  login,
  follow,
  tweet,
  me,
}) => {
  const them = await person()
  await follow(me, them)
  for (let number = 0; number < 12; number++) await tweet(them, newText(`Earlier ${number}`))
  const there = await another()
  await login(them, there)
  await there.goto('/home')
  await page.goto('/home')
  await page.evaluate(() => window.scrollTo({ top: 400 }))
  const first = page.getByRole('article').first()
  const before = await first.boundingBox()

  const texts = [newText('News'), newText('More news')]
  for (const [index, text] of texts.entries()) {
    await post(there, text)
    await lookAgain(page, `Show ${index + 1} new ${index ? 'tweets' : 'tweet'}`)
    await expect(card(page, text)).toHaveCount(0)
  }
  await expect(page.getByRole('status').filter({ hasText: 'There is something new to show.' })).toHaveCount(1)
  expect(await first.boundingBox(), 'nothing moves').toEqual(before)
  await expect(pill(page)).toBeInViewport()
  await pill(page).focus()
  await page.keyboard.press('Enter')
  for (const text of texts) await expect(card(page, text)).toBeInViewport()
  await expect(pill(page)).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveAttribute('id', 'timeline')
  await page.keyboard.press('Tab')
  await expect(card(page, texts[1] ?? '').locator(':focus')).toHaveCount(1)
})

test('what one does oneself shows at once, and brings in nothing else', async ({ page, person, follow, tweet, me }) => {
  const them = await person()
  await follow(me, them)
  const earlier = await tweet(them, newText('Earlier'))
  await page.goto('/home')
  const news = await tweet(them, newText('News'))
  await lookAgain(page, 'Show 1 new tweet')
  await card(page, earlier.content).getByRole('button', { name: 'Like, 0 likes' }).click()
  await expect(said(page, 'You like this tweet.')).toBeVisible()
  await expect(card(page, news.content)).toHaveCount(0)
  const mine = newText('Mine')
  await post(page, mine)
  await expect(page.getByRole('article').first()).toContainText(mine)
  await expect(card(page, news.content)).toHaveCount(0)
  await lookAgain(page, 'Show 1 new tweet')
  await pill(page).click()
  await expect(card(page, news.content)).toBeInViewport()
  await expect(card(page, mine)).toHaveCount(1)
  await expect(pill(page)).toHaveCount(0)
})

/** Comes back to the tab until it offers that: an answer under way may still be the one from before. */
async function lookAgain(page: Page, name: string) {
  await expect(async () => {
    await comeBack(page)
    await expect(pill(page)).toHaveAccessibleName(name, { timeout: 1000 })
  }).toPass()
}

async function comeBack(page: Page) {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}
