import type { Locator, Page } from '@playwright/test'
import { card, expect, newPassword, newText, newUsername, pathOf, said, tabTo, takenOver, test } from '@/e2e/fixtures'

test('a newcomer signs up, finds somebody, follows, answers and signs out by the keyboard alone', async ({ page, person, tweet }) => {
  test.slow()
  const moved = await watchShifts(page)
  const them = await person({ name: 'Twite' })
  const theirs = await tweet(them, newText('Who is new?'))
  const [username, answer] = [newUsername(), newText('Me')]
  await page.goto('/')
  await press(page, page.getByRole('main').getByRole('link', { name: 'Sign up' }))
  await type(page, page.getByLabel('Username'), username)
  await type(page, page.getByLabel('Email'), `${username}@people.example`)
  await type(page, page.getByLabel('Password', { exact: true }), newPassword())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/home')

  await takenOver(page.getByRole('button', { name: 'Tweet', exact: true }))
  await page.getByRole('dialog', { name: 'Keyboard shortcuts', includeHidden: true }).waitFor({ state: 'attached' })
  await page.keyboard.press('/')
  await page.keyboard.type(them.username)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search/)
  await press(page, page.getByRole('navigation').getByRole('link', { name: 'People' }))
  await expect(page).toHaveURL(/tab=people/)
  await press(page, page.getByRole('main').locator(`a[href="/${them.username}"]`).first())
  await expect(page).toHaveURL(`/${them.username}`)
  await press(page, page.getByRole('main').getByRole('button', { name: /^Follow / }))
  await expect(said(page, `You follow @${them.username}.`)).toBeVisible()

  await page.keyboard.press('j')
  await expect(card(page, theirs.content).locator('.card-link')).toBeFocused()
  await page.keyboard.press('l')
  await expect(card(page, theirs.content).getByRole('button', { name: /^Like/ })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('r')
  await expect(page.locator('dialog[open]').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(answer)
  await page.keyboard.press('Control+Enter')
  await expect(said(page, 'Your reply was posted.')).toBeVisible()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page).toHaveURL(`/${them.username}`)

  await press(page, card(page, theirs.content).locator('.card-link'))
  await expect(page).toHaveURL(pathOf(theirs))
  await expect(card(page, answer)).toBeVisible()
  await press(page, page.getByRole('button', { name: /^Account: / }))
  await press(page, page.getByRole('button', { name: 'Sign out' }))
  await expect(page).toHaveURL('/')
  expect(await moved(), 'nothing moved that was not pressed').toBeLessThan(0.002)
})

test('nothing moves under a reader', { tag: '@phone' }, async ({ page, me, person, tweet, follow, isMobile }) => {
  test.slow()
  const moved = await watchShifts(page)
  const them = await person({ name: 'Pipit' })
  await follow(me, them)
  for (let number = 0; number < 15; number++) await tweet(them, `${newText(`Line ${number}`)} #meadow`)
  const read = await tweet(them, newText('Read me'))
  await tweet(them, newText('Indeed'), { replyToId: read.id })
  await page.goto('/home')
  await takenOver(page.getByRole('button', { name: 'Tweet', exact: true }))
  await page.mouse.wheel(0, 600)
  await card(page, read.content).getByRole('button', { name: /^Like/ }).click()
  await expect(said(page, 'You like this tweet.')).toBeVisible()
  await card(page, read.content).locator('.card-link').click()
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText('Indeed')
  await page.goBack()
  await expect(card(page, read.content)).toBeVisible()
  await card(page, read.content)
    .getByRole('link', { name: `@${them.username}` })
    .click()
  for (const tab of ['Replies', 'Media', 'Likes', 'Tweets']) {
    await page.getByRole('main').getByRole('navigation').getByRole('link', { name: tab, exact: true }).click()
    await expect(page.getByRole('link', { name: tab, exact: true }).first()).toHaveAttribute('aria-current', 'page')
  }
  await page.getByRole('link', { name: '#meadow' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#meadow')
  const main = page.getByRole('navigation', { name: 'Main' })
  for (const name of ['Explore', 'Home']) await main.getByRole('link', { name }).click()
  await expect(page).toHaveURL('/home')
  if (!isMobile) {
    await page.getByRole('dialog', { name: 'Keyboard shortcuts', includeHidden: true }).waitFor({ state: 'attached' })
    await page.keyboard.press('n')
    await expect(page.locator('dialog[open]')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
  expect(await moved(), 'nothing moved').toBeLessThan(0.002)
})

/** Adds up from now on what shifts in the page without having been asked for (https://web.dev/cls), over all pages that are opened. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  let sum = 0
  await page.exposeFunction('addShift', (value: number) => {
    sum += value
  })
  await page.addInitScript(() => {
    const { addShift } = window as unknown as { addShift: (value: number) => void }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) addShift(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return async () => {
    await page.evaluate(() => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))))
    return sum
  }
}

/** Goes by Tab to what is to be pressed, and presses it. */
async function press(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

async function type(page: Page, field: Locator, text: string) {
  await tabTo(page, field)
  await page.keyboard.type(text)
}
