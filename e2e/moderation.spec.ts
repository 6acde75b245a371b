import type { Page } from '@playwright/test'
import { bearer, card, expect, newText, type Person, pathOf, said, test } from '@/e2e/fixtures'
import { ask } from '@/scripts/database'

const BOTH = { tag: ['@nojs', '@phone'] }

/** Makes somebody a moderator, as `npm run admin` does. */
async function appoint({ id }: Person): Promise<void> {
  await ask(process.env.DATABASE_URL ?? '', `UPDATE users SET role = 'moderator' WHERE id = $1`, [id])
}

const report = (page: Page, them: Person) => page.getByRole('article', { name: `Report about @${them.username}` })

test('one reports a tweet, and a moderator removes it', BOTH, async ({ page, me, person, tweet, login, javaScriptEnabled }) => {
  const them = await person()
  const bad = await tweet(them, newText('Buy pills'))
  await page.goto(pathOf(bad))
  await page.getByRole('button', { name: 'More about this tweet' }).click()
  await page.getByRole('link', { name: 'Report' }).click()
  await expect(page.getByRole('heading', { name: 'Report this tweet' })).toBeVisible()
  await page.getByRole('button', { name: 'Send report' }).click()
  await expect(page.getByText('Choose what fits best.')).toBeVisible()
  await page.getByRole('radio', { name: /^Spam/ }).check()
  await page.getByRole('textbox', { name: 'What the moderators should know' }).fill('Again and again.')
  await page.getByRole('button', { name: 'Send report' }).click()
  await expect(said(page, 'Thank you. The moderators will look at it.')).toBeVisible()
  await page.getByRole('link', { name: 'Go back' }).click()
  await expect(card(page, bad.content)).toBeVisible()

  const moderator = await person()
  await appoint(moderator)
  await login(moderator)
  await page.goto('/moderation')
  const found = report(page, them)
  await expect(found).toContainText('Again and again.')
  await expect(found).toContainText(bad.content)
  await expect(found).toContainText(`Reported by @${me.username}`)
  await found.getByText('Resolve', { exact: true }).click()
  await found.getByRole('textbox', { name: 'Note for the log' }).fill('No pills here.')
  await found.getByRole('button', { name: 'Remove tweet' }).click()
  if (javaScriptEnabled) await expect(said(page, 'The tweet was removed.')).toBeVisible()
  await expect(found).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Moderation' }).getByRole('link', { name: 'Resolved' }).click()
  await expect(report(page, them)).toContainText('The tweet was removed')
  await page.getByRole('navigation', { name: 'Moderation' }).getByRole('link', { name: 'Log' }).click()
  await expect(page.getByRole('list', { name: 'What was done' })).toContainText(
    `@${moderator.username} removed tweet ${bad.id} of @${them.username}`,
  )
  expect((await page.goto(pathOf(bad)))?.status()).toBe(404)
})

test('one reports a person, whom a moderator suspends and restores', BOTH, async ({ page, me, person, tweet, login, request }) => {
  const them = await person({ name: 'Cuckoo' })
  const { content } = await tweet(them, newText('In your nest'))
  await page.goto(`/${them.username}`)
  await page.getByRole('button', { name: `More about @${them.username}` }).click()
  await page.getByRole('link', { name: 'Report' }).click()
  await expect(page.getByRole('heading', { name: `Report @${them.username}` })).toBeVisible()
  await page.getByRole('radio', { name: /^Impersonation/ }).check()
  await page.getByRole('button', { name: 'Send report' }).click()
  await expect(said(page, 'Thank you. The moderators will look at it.')).toBeVisible()

  await appoint(me)
  await page.goto('/moderation')
  await report(page, them).getByText('Resolve', { exact: true }).click()
  await report(page, them)
    .getByRole('button', { name: `Suspend @${them.username}` })
    .click()
  await expect(report(page, them)).toHaveCount(0)
  expect((await request.get('/api/users/me', { headers: bearer(them) })).status(), 'they are signed out').toBe(401)
  expect((await page.goto(`/${them.username}`))?.status()).toBe(404)
  await page.goto('/moderation/suspended')
  await page.getByRole('button', { name: `Restore @${them.username}` }).click()
  await expect(page.getByRole('button', { name: `Restore @${them.username}` })).toHaveCount(0)
  await page.goto(`/${them.username}`)
  await expect(card(page, content)).toBeVisible()
  await login(them)
})

test('somebody who is suspended is told so when they sign in', async ({ page, person, request }) => {
  const [moderator, them] = [await person(), await person()]
  await appoint(moderator)
  const suspended = await request.put(`/api/users/${them.username}/suspension`, { headers: bearer(moderator), data: {} })
  expect(suspended.status()).toBe(200)
  await page.goto('/login')
  await page.getByLabel('Username or email').fill(them.username)
  await page.getByLabel('Password').fill(them.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This account is suspended.' })).toBeVisible()
})

test('the pages of moderators are nobody else’s', async ({ page, me, person, tweet }) => {
  for (const path of ['', '/resolved', '/suspended', '/log']) expect((await page.goto(`/moderation${path}`))?.status()).toBe(404)
  await page.goto('/home')
  await expect(page.getByRole('link', { name: 'Moderation', includeHidden: true })).toHaveCount(0)
  const mine = await tweet(me, newText())
  for (const about of [`tweet=${mine.id}`, `user=${me.username}`, 'user=nobody_at_all', 'tweet=nonsense', ''])
    expect((await page.goto(`/report?${about}`))?.status()).toBe(404)
  await page.context().clearCookies()
  await page.goto(`/report?user=${(await person()).username}`)
  await expect(page).toHaveURL(/\/login\?next=/)
})
