import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'

const html = (page: Page) => page.locator('html')
const field = (page: Page, name: string) => page.getByRole('group', { name })
const canvas = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('what one chooses is seen at once, on every page, before anything is drawn', { tag: '@phone' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/settings/appearance')
  const light = await canvas(page)
  await expect(field(page, 'Theme').getByRole('radio', { name: 'As the system' })).toBeChecked()
  await field(page, 'Theme').getByText('Dark').click()
  await expect(html(page)).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByText('Linnet looks as you chose.')).toBeAttached()
  expect(await canvas(page)).not.toBe(light)
  await field(page, 'Accent').getByText('Moss').click()
  await expect(html(page)).toHaveAttribute('data-accent', 'moss')
  await field(page, 'Text size').getByText('Larger').click()
  await expect(html(page)).toHaveAttribute('data-text', 'larger')

  const answer = await page.request.get('/')
  expect(await answer.text()).toMatch(/<html[^>]*data-theme="dark"[^>]*data-accent="moss"[^>]*data-text="larger"/)
  await page.goto('/explore')
  await expect(html(page)).toHaveAttribute('data-theme', 'dark')
  expect(await canvas(page)).not.toBe(light)
})

test('it is chosen with a button where there is no JavaScript', { tag: '@nojs-only' }, async ({ page }) => {
  await page.goto('/settings/appearance')
  await field(page, 'Theme').getByText('Dark').click()
  await field(page, 'Density').getByText('Compact').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(html(page)).toHaveAttribute('data-theme', 'dark')
  await expect(html(page)).toHaveAttribute('data-density', 'compact')
  await expect(field(page, 'Density').getByRole('radio', { name: 'Compact' })).toBeChecked()
})

test('it is chosen by keyboard, and is one browser’s alone', async ({ page, another }) => {
  await page.goto('/settings/appearance')
  await field(page, 'Contrast').getByRole('radio', { name: 'As the system' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(html(page)).toHaveAttribute('data-contrast', 'more')
  await expect(field(page, 'Contrast').getByRole('radio', { name: 'More' })).toBeFocused()
  const theirs = await another()
  await theirs.goto('/settings/appearance')
  await expect(html(theirs)).not.toHaveAttribute('data-contrast', 'more')
})

test('a cookie that says nonsense is as none', async ({ page, baseURL }) => {
  await page.context().addCookies([{ name: 'linnet.appearance', value: 'theme-sepia.text-999.accent.-.__proto__-x', url: baseURL ?? '' }])
  await page.goto('/')
  await expect(html(page)).not.toHaveAttribute('data-theme')
  await expect(html(page)).not.toHaveAttribute('data-text')
})
