import type { Page } from '@playwright/test'
import { card, expect, inFront, newText, newUsername, pathOf, post, test } from '@/e2e/fixtures'

const WIDE = {
  name: 'W'.repeat(50),
  bio: `${'b'.repeat(100)} #${'t'.repeat(40)}`,
  location: 'L'.repeat(30),
  website: `https://example.org/${'path'.repeat(40)}`,
}

test('nothing is wider than the window', async ({ page, person, tweet, follow, login }) => {
  const [me, them] = [await person(WIDE), await person(WIDE)]
  await login(me)
  await follow(me, them)
  await follow(them, me)
  const long = await tweet(me, `${'W'.repeat(100)} https://example.org/${'x'.repeat(60)} #${'tag'.repeat(20)}`)
  const quoting = await tweet(them, '字'.repeat(250), { quoteId: long.id })
  const answer = await tweet(me, 'ﷺ'.repeat(200), { replyToId: quoting.id })
  const forBoth = [`/${me.username}`, `/${me.username}/replies`, `/${me.username}/followers`, pathOf(quoting), pathOf(answer)]
  const own = [
    '/home',
    '/settings/account',
    '/settings/sessions',
    '/report?user=ada',
    '/compose',
    `/compose?replyTo=${long.id}`,
    '/settings/profile',
    `${pathOf(long)}/delete`,
  ]
  for (const path of [...own, '/explore', ...forBoth]) await expectToFit(page, path)
  await page.context().clearCookies()
  const empty = [`/hashtag/${'unused'.repeat(10)}`, '/explore?cursor=x', `/${newUsername()}`]
  for (const path of ['/', '/login', '/signup', `/hashtag/${'tag'.repeat(20)}`, '/api/docs', ...empty, ...forBoth])
    await expectToFit(page, path)
})

test('nothing moves while a page loads', { tag: '@phone' }, async ({ page, me, tweet, person }) => {
  const mine = await tweet(me, newText('Stand still #linnet'))
  await tweet(await person(), newText('I do'), { replyToId: mine.id })
  for (let number = 0; number < 10; number++) await tweet(me, newText(`Line\n${number}`), { replyToId: mine.id })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of ['/home', `/${me.username}`, pathOf(mine), '/explore', '/settings/profile', '/']) {
    await page.goto(path)
    await page.evaluate(settled)
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
    // What streams in late can move a line by a fraction of a pixel; a fiftieth of what counts as good is nothing one could see.
    expect(
      shifts.reduce((sum, shift) => sum + shift, 0),
      path,
    ).toBeLessThan(0.002)
  }
})

test('a phone has its navigation at its foot and a button to write', { tag: '@phone-only' }, async ({ page, me, tweet }) => {
  const text = newText('From the tram')
  await page.goto('/explore')
  await page.getByRole('link', { name: 'Tweet', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Your tweet' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Your tweet' }).fill(text)
  await inFront(page).getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(page).toHaveURL('/explore')
  await page.goto('/home')
  await expect(card(page, text)).toBeVisible()
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Profile' }).click()
  await expect(page).toHaveURL(`/${me.username}`)
  await expect(main.getByRole('link', { name: 'Profile' })).toHaveAttribute('aria-current', 'page')
  await main.getByRole('link', { name: 'Home' }).click()
  await expect(main.getByRole('link', { name: 'Home' })).toHaveAttribute('aria-current', 'page')
  for (let number = 0; number < 12; number++) await tweet(me, newText(`Line ${number}`))
  await page.reload()
  await page.getByRole('article').last().scrollIntoViewIfNeeded()
  await expect(main.getByRole('link', { name: 'Home' })).toBeInViewport()
  await post(page, newText('Still here'))
})

test('everything that is touched is large enough to touch', { tag: '@phone-only' }, async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('#touch'))
  for (const path of ['/home', `/${me.username}`, pathOf(mine), '/settings/profile', '/explore']) {
    await page.goto(path)
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox()
      if (box) expect(Math.min(box.width, box.height), `${path}: ${await button.textContent()}`).toBeGreaterThanOrEqual(32)
    }
  }
})

async function expectToFit(page: Page, path: string) {
  await page.goto(path)
  await expect(page.getByRole('heading').first()).toBeVisible()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(tooWide, `${path} at ${width}`).toBeLessThanOrEqual(0)
  }
}

/** Waits until fonts are there and the page has been painted twice since. */
async function settled(): Promise<void> {
  await document.fonts.ready
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}
