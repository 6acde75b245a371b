import type { BrowserContext, Page } from '@playwright/test'
import { bearer, card, composer, expect, newText, type Person, pathOf, post, said, test } from '@/e2e/fixtures'

test.use({ serviceWorkers: 'allow' })

const waiting = (page: Page) => page.getByRole('region', { name: 'Waiting to be sent' })

/** Opens the timeline and waits until it is kept. */
async function openHome(page: Page, person: Person) {
  await page.goto('/home')
  await expect.poll(() => keptFor(page)).toBe(person.id)
}

/** Whose timeline is kept in this browser. */
function keptFor(page: Page): Promise<string | null> {
  return page.evaluate(async () => (await caches.match('/home'))?.headers.get('Linnet-Viewer') ?? null)
}

/** Waits until what is sent there gets a key, without which it cannot wait. */
async function ready(page: Page) {
  const form = page.locator('form[data-outbox]').first()
  await expect.poll(() => form.evaluate((element: HTMLFormElement) => new FormData(element).has('key'))).toBe(true)
}

/** Writes a tweet that cannot be sent now. */
async function leave(page: Page, text: string) {
  await ready(page)
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(waiting(page)).toContainText(text)
  await expect(composer(page)).toHaveValue('')
}

/** How often the person said that. */
async function countOf({ request }: Page, by: Person, text: string): Promise<number> {
  const answer = await request.get(`/api/users/${by.username}/tweets`, { headers: bearer(by) })
  const { items } = (await answer.json()) as { items: { content: string }[] }
  return items.filter(({ content }) => content === text).length
}

/** Has the server do what it is asked, and its answer be lost, once. */
async function loseAnswer(context: BrowserContext, path: string, isMeant: (headers: Record<string, string>) => boolean) {
  let lost = false
  await context.route(path, async (route) => {
    if (lost || route.request().method() !== 'POST' || !isMeant(route.request().headers())) return route.fallback()
    lost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
  return () => lost
}

test('the last timeline is there without a line, and what is written waits for it in every tab', async ({ page, context, me, tweet }) => {
  const earlier = await tweet(me, newText('Before'))
  await openHome(page, me)
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('You are offline; this is what was here at')).toBeVisible()
  await expect(card(page, earlier.content)).toBeVisible()
  const text = newText('Without a line')
  await leave(page, text)
  await expect(waiting(page)).toContainText('Waiting for the line; will be sent.')

  await page.goto('/explore')
  await expect(page.getByText('There is no line')).toBeVisible()
  await page.getByRole('link', { name: 'Your timeline', exact: true }).click()
  await expect(waiting(page)).toContainText(text)
  const tab = await context.newPage()
  await tab.goto('/home')
  await leave(tab, newText('Regretted'))
  await tab.getByRole('listitem').filter({ hasText: 'Regretted' }).getByRole('button', { name: 'Cancel' }).click()
  await expect(waiting(page)).not.toContainText('Regretted')

  await context.setOffline(false)
  await expect(said(page, 'Your tweet was sent.')).toBeVisible()
  await expect(card(page, text)).toBeVisible()
  await expect(waiting(page)).toHaveCount(0)
  await expect(waiting(tab)).toHaveCount(0)
  await expect(page.getByText('You are offline')).toHaveCount(0)
  expect(await countOf(page, me, text)).toBe(1)
})

test('a tweet whose answers are lost is posted once', async ({ page, context, me }) => {
  await openHome(page, me)
  const actionLost = await loseAnswer(context, '**/home', (headers) => 'next-action' in headers)
  const resentLost = await loseAnswer(context, '**/api/tweets', (headers) => 'idempotency-key' in headers)
  const text = newText('Said once')
  await ready(page)
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect.poll(resentLost).toBe(true)
  expect(actionLost()).toBe(true)
  await expect(waiting(page)).toContainText(text)
  await page.close()
  const tab = await context.newPage()
  await tab.goto('/home')
  await expect(said(tab, 'Your tweet was sent.')).toBeVisible()
  await expect(waiting(tab)).toHaveCount(0)
  expect(await countOf(tab, me, text)).toBe(1)
  await post(tab, text)
  expect(await countOf(tab, me, text), 'said again, it is another').toBe(2)
})

test('what one person wrote is neither sent nor shown as another, and waits for them', async ({ page, context, me, person, login }) => {
  const them = await person()
  await openHome(page, me)
  await context.setOffline(true)
  const text = newText('Mine')
  await leave(page, text)
  await login(them)
  await context.setOffline(false)
  await expect(waiting(page)).toContainText('Somebody else is signed in here.')
  await page.goto('/home')
  await expect.poll(() => keptFor(page)).toBe(them.id)
  await expect(waiting(page)).toHaveCount(0)
  expect(await countOf(page, me, text)).toBe(0)
  expect(await countOf(page, them, text)).toBe(0)
  await login(me)
  await page.goto('/home')
  await expect(said(page, 'Your tweet was sent.')).toBeVisible()
  expect(await countOf(page, me, text)).toBe(1)
})

test('a refusal is shown, and nothing is lost by it', async ({ page, context, me, tweet, request }) => {
  const asked = await tweet(me, newText('Who answers?'))
  await openHome(page, me)
  await page.goto(pathOf(asked))
  await ready(page)
  await context.setOffline(true)
  const text = newText('Nobody')
  await page.getByLabel(/^Your reply/).fill(text)
  await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await expect(waiting(page)).toContainText(text)
  expect((await request.delete(`/api/tweets/${asked.id}`, { headers: bearer(me) })).status()).toBe(204)
  await context.setOffline(false)
  await expect(waiting(page)).toContainText('was deleted meanwhile')
  await expect(waiting(page)).toContainText(text)
  await waiting(page).getByRole('button', { name: 'Remove' }).click()
  await expect(waiting(page)).toHaveCount(0)
})

test('whoever signs out leaves no timeline behind', async ({ page, context, me }) => {
  await openHome(page, me)
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect.poll(() => keptFor(page)).toBeNull()
  await context.setOffline(true)
  await page.goto('/home')
  await expect(page.getByText('There is no line')).toBeVisible()
})

test('it can be installed', async ({ page, request }) => {
  await page.goto('/')
  const href = await page.locator('link[rel="manifest"]').getAttribute('href')
  const manifest = await (await request.get(href ?? '')).json()
  expect(manifest).toMatchObject({ name: 'Linnet', start_url: '/home', display: 'standalone' })
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type'], src).toBe(type)
  }
  const worker = await request.get('/sw.js')
  expect(worker.headers()).toMatchObject({ 'cache-control': 'no-cache' })
  expect(worker.headers()['content-type']).toContain('javascript')
  expect(worker.headers()['content-security-policy']).toBe(
    "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
})
