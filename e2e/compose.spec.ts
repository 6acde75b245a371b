import type { Locator, Page } from '@playwright/test'
import { card, expect, newText, pathOf, said, takenOver, test } from '@/e2e/fixtures'

test('one writes in front of the page where one is', { tag: '@phone' }, async ({ page, me, isMobile }) => {
  const text = newText('In front')
  await page.goto('/explore')
  await takenOver(page.getByRole('link', { name: 'Explore' }).locator('visible=true'))
  const opener = page.getByRole('link', { name: 'Tweet', exact: true }).locator('visible=true')
  await opener.click()
  const field = inDialog(page).getByRole('textbox')
  await expect(field).toBeFocused()
  await expect(page).toHaveURL('/compose')
  await expect(page.getByRole('main')).toBeAttached()
  await expectRoom(page, inDialog(page), isMobile)
  await field.fill(text)
  await inDialog(page).getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(said(page, 'Your tweet was posted.')).toBeVisible()
  await expect(inDialog(page)).toHaveCount(0)
  await expect(page).toHaveURL('/explore')
  await expect(opener).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Explore', level: 1 })).toBeVisible()
  await page.goto(`/${me.username}`)
  await expect(card(page, text)).toBeVisible()
})

test('Escape and Back close it, the page behind stays as it was, and what one wrote is kept', async ({
  page,
  me,
  person,
  tweet,
  follow,
}) => {
  const them = await person()
  await follow(me, them)
  for (let number = 0; number < 12; number++) await tweet(them, newText(`Line\n${number}`))
  const text = newText('Not yet')
  await page.goto('/home')
  await takenOver(page.getByRole('button', { name: 'Tweet', exact: true }))
  // What keys do is loaded a moment after the page.
  await page.getByRole('dialog', { name: 'Keyboard shortcuts', includeHidden: true }).waitFor({ state: 'attached' })
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await page.mouse.wheel(0, 900)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500)
  const scrolled = await page.evaluate(() => window.scrollY)
  await page.keyboard.press('n')
  await inDialog(page).getByRole('textbox').fill(text)
  await page.keyboard.press('Escape')
  await expect(inDialog(page)).toHaveCount(0)
  await expect(page).toHaveURL('/home')
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)

  await page.keyboard.press('n')
  await expect(inDialog(page).getByRole('textbox')).toHaveValue(text)
  await page.goBack()
  await expect(inDialog(page)).toHaveCount(0)
  await expect(page).toHaveURL('/home')
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
  // The composer of the page has the same draft.
  await expect(page.getByRole('main').getByRole('textbox')).toHaveValue(text)
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
})

test('one answers and quotes in front of the timeline', async ({ page, me, person, tweet, follow }) => {
  const them = await person()
  await follow(me, them)
  const theirs = await tweet(them, newText('Who else?'))
  const answer = newText('Me')
  await page.goto('/home')
  await takenOver(page.getByRole('button', { name: 'Tweet', exact: true }))
  await card(page, theirs.content)
    .getByRole('link', { name: /^Reply/ })
    .click()
  await expect(inDialog(page)).toContainText(theirs.content)
  await inDialog(page).getByRole('textbox').fill(answer)
  await inDialog(page).getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(said(page, 'Your reply was posted.')).toBeVisible()
  await expect(inDialog(page)).toHaveCount(0)
  await expect(page).toHaveURL('/home')
  await expect(card(page, answer)).toBeVisible()

  await card(page, theirs.content)
    .first()
    .getByRole('button', { name: /^Retweet/ })
    .click()
  await page.getByRole('link', { name: 'Quote', exact: true }).click()
  await expect(inDialog(page).getByRole('heading', { name: 'Quote' })).toBeVisible()
  await expect(inDialog(page)).toContainText(theirs.content)
  await inDialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL('/home')
  await page.goto(pathOf(theirs))
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText(answer)
})

test('a page that is opened by itself is a page, and a link in the dialog leaves it', async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('Follow me'))
  await page.goto('/compose')
  await expect(inDialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Write a tweet', level: 1 })).toBeVisible()
  await page.goto('/home')
  await takenOver(page.getByRole('button', { name: 'Tweet', exact: true }))
  await card(page, mine.content)
    .getByRole('link', { name: /^Reply/ })
    .click()
  await inDialog(page)
    .getByRole('link', { name: `@${me.username}` })
    .first()
    .click()
  await expect(page).toHaveURL(`/${me.username}`)
  await expect(inDialog(page)).toHaveCount(0)
})

function inDialog(page: Page): Locator {
  return page.locator('dialog[open]')
}

/** On a phone it takes the window, on a desk the middle of it. */
async function expectRoom(page: Page, dialog: Locator, isMobile: boolean) {
  const box = await dialog.boundingBox()
  const width = page.viewportSize()?.width ?? 0
  if (isMobile) expect(box?.width).toBeGreaterThan(width - 20)
  else expect(box?.width).toBeLessThan(620)
}
