import type { Page } from '@playwright/test'
import { bearer, card, expect, newPassword, newText, type Person, said, signIn, test } from '@/e2e/fixtures'

const BOTH = { tag: ['@nojs', '@phone'] }

test('one blocks somebody, and neither sees the other', BOTH, async ({ page, me, person, tweet, follow, request, javaScriptEnabled }) => {
  const them = await person({ name: 'Cuckoo' })
  await follow(me, them)
  await follow(them, me)
  const { content } = await tweet(them, newText('In your nest'))
  await page.goto(`/${them.username}`)
  await openMenu(page, them)
  await page.getByRole('link', { name: `Block @${them.username}` }).click()
  if (javaScriptEnabled) {
    const dialog = page.getByRole('alertdialog', { name: `Block @${them.username}?` })
    await expect(dialog).toContainText('neither will follow the other')
    await dialog.getByRole('button', { name: 'Block' }).click()
    await expect(said(page, `You block @${them.username}.`)).toBeVisible()
    await expect(page.getByRole('button', { name: `More about @${them.username}` })).toBeFocused()
  } else {
    await expect(page.getByRole('heading', { name: `Block @${them.username}?` })).toBeVisible()
    await page.getByRole('button', { name: `Block @${them.username}` }).click()
    await expect(page.getByRole('heading', { name: `You block @${them.username}` })).toBeVisible()
    await page.goto(`/${them.username}`)
  }
  await expect(page.getByRole('heading', { name: `You block @${them.username}` })).toBeVisible()
  await expect(card(page, content)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Follow/ })).toHaveCount(0)
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: '0 Following' })).toBeVisible()
  await expect(main.getByRole('link', { name: '0 Followers' })).toBeVisible()
  const seen = await request.get(`/api/users/${me.username}`, { headers: bearer(them) })
  expect(seen.status(), 'they see one no more').toBe(404)

  await main.getByRole('button', { name: `Unblock @${them.username}` }).click()
  await expect(card(page, content)).toBeVisible()
  await expect(page.getByRole('button', { name: `Follow @${them.username}` })).toBeVisible()
  if (javaScriptEnabled) await expect(main).toBeFocused()
})

test('whom one blocks is listed among the settings', BOTH, async ({ page, me, person, request, javaScriptEnabled }) => {
  const [first, second] = [await person({ name: 'First' }), await person({ name: 'Second' })]
  await page.goto('/settings')
  await page.getByRole('main').getByRole('link', { name: 'Blocked accounts' }).click()
  await expect(page.getByRole('heading', { name: 'You block nobody' })).toBeVisible()
  for (const { username } of [first, second]) await request.put(`/api/users/${username}/block`, { headers: bearer(me) })
  await page.reload()
  const blocked = page.getByRole('region', { name: 'Blocked accounts' }).getByRole('article')
  await expect(blocked).toHaveText([/Second/, /First/])
  await blocked.getByRole('button', { name: `Unblock @${second.username}` }).click()
  await expect(blocked).toHaveText([/First/])
  if (javaScriptEnabled) await expect(said(page, `You no longer block @${second.username}.`)).toBeVisible()
  await blocked.getByRole('button', { name: `Unblock @${first.username}` }).click()
  await expect(page.getByRole('heading', { name: 'You block nobody' })).toBeVisible()
})

test('one mutes somebody, who stays where one looks for them', BOTH, async ({ page, me, person, tweet, follow, javaScriptEnabled }) => {
  const them = await person({ name: 'Corncrake' })
  await follow(me, them)
  const { content } = await tweet(them, newText('Crex crex'))
  await page.goto(`/${them.username}`)
  await openMenu(page, them)
  await page.getByRole('button', { name: `Mute @${them.username}` }).click()
  await expect(page.getByText(`You mute @${them.username}`)).toBeVisible()
  if (javaScriptEnabled) await expect(page.getByRole('button', { name: `More about @${them.username}` })).toBeFocused()
  await expect(card(page, content)).toBeVisible()
  await expect(page.getByRole('button', { name: `Following @${them.username}` })).toBeVisible()
  for (const path of ['/home', '/explore']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(card(page, content), path).toHaveCount(0)
  }
  await page.goto('/settings/mutes')
  await page
    .getByRole('region', { name: 'Muted accounts' })
    .getByRole('button', { name: `Unmute @${them.username}` })
    .click()
  await expect(page.getByRole('heading', { name: 'You mute nobody' })).toBeVisible()
  if (javaScriptEnabled) await expect(said(page, `You hear of @${them.username} again.`)).toBeVisible()
  await page.goto('/home')
  await expect(card(page, content)).toBeVisible()
})

test('the keyboard alone mutes, unmutes, and thinks better of blocking', async ({ page, me, person }) => {
  const them = await person()
  await page.goto(`/${them.username}`)
  const more = page.getByRole('button', { name: `More about @${them.username}` })
  const open = async (stops: number) => {
    await more.focus()
    await page.keyboard.press('Enter')
    for (let stop = 0; stop < stops; stop++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }
  await open(1)
  await expect(page.getByText(`You mute @${them.username}`)).toBeVisible()
  await expect(more).toBeFocused()
  await open(1)
  await expect(page.getByText(`You mute @${them.username}`)).toHaveCount(0)
  await expect(more).toBeFocused()
  await open(2)
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(more).toBeFocused()
  await page.reload()
  await expect(page.getByRole('button', { name: `Follow @${them.username}` }), `@${me.username} blocks nobody`).toBeVisible()
})

test('somebody who blocks one is not there', async ({ page, me, person, tweet, request }) => {
  const them = await person()
  const theirs = await tweet(them, newText('Not for you'))
  await request.put(`/api/users/${me.username}/block`, { headers: bearer(them) })
  for (const path of [`/${them.username}`, `/${them.username}/followers`, `/${them.username}/block`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Nothing perches here' }), path).toBeVisible()
  }
  await page.goto('/explore')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(card(page, theirs.content)).toHaveCount(0)
})

test('one can neither block nor mute oneself, nor before one is signed in', async ({ page, person, login }) => {
  const [me, them] = [await person(), await person()]
  await page.goto(`/${them.username}`)
  await expect(page.getByRole('button', { name: `More about @${them.username}` })).toHaveCount(0)
  await page.goto(`/${them.username}/block`)
  await expect(page).toHaveURL(`/login?next=%2F${them.username}%2Fblock`)
  await login(me)
  await page.goto(`/${me.username}`)
  await expect(page.getByRole('button', { name: `More about @${me.username}` })).toHaveCount(0)
  await page.goto(`/${me.username}/block`)
  await expect(page.getByRole('heading', { name: 'Nothing perches here' })).toBeVisible()
})

test('one deletes one’s account, after the password', BOTH, async ({ page, me, tweet, request, javaScriptEnabled }) => {
  const mine = await tweet(me, newText('Farewell'))
  await page.goto('/settings')
  await page.getByRole('main').getByRole('link', { name: 'Account' }).last().click()
  await expect(page.getByRole('main')).toContainText('This cannot be undone.')
  const remove = page.getByRole('button', { name: `Delete @${me.username} for good` })
  const password = page.getByRole('form', { name: 'Delete your account' }).getByLabel('Password')
  await password.fill(newPassword())
  await remove.click()
  await expect(password).toHaveAccessibleDescription('The password is wrong.')
  if (javaScriptEnabled) await expect(password).toBeFocused()
  expect((await request.get(`/api/users/${me.username}`)).status()).toBe(200)

  await password.fill(me.password)
  await remove.click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect((await request.get(`/api/users/${me.username}`)).status()).toBe(404)
  expect((await request.get(`/api/tweets/${mine.id}`)).status()).toBe(404)
  await page.goto('/login')
  await signIn(page, me.username, me.password)
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible()
})

test('the button to write does not cover the forms', { tag: '@phone-only' }, async ({ page, me }) => {
  const write = page.getByRole('link', { name: 'Tweet', exact: true })
  await page.goto(`/${me.username}`)
  await expect(write).toBeVisible()
  for (const path of ['/compose', '/settings', '/settings/profile', '/settings/account', '/ada/block', '/report?user=ada']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(write, path).toHaveCount(0)
  }
})

async function openMenu(page: Page, { username }: Person) {
  await page.getByRole('button', { name: `More about @${username}` }).click()
}
