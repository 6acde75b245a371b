import { card, expect, newText, said, test } from '@/e2e/fixtures'

test('one follows somebody and stops again', { tag: ['@nojs', '@phone'] }, async ({ page, me, person, tweet, javaScriptEnabled }) => {
  const them = await person({ name: 'Dunnock' })
  const { content } = await tweet(them, newText('In the hedge'))
  await page.goto(`/${them.username}`)
  await expect(page.getByRole('link', { name: '0 Followers' })).toBeVisible()
  await page.getByRole('button', { name: `Follow @${them.username}` }).click()
  await expect(page.getByRole('button', { name: `Following @${them.username}` })).toBeVisible()
  await expect(page.getByRole('link', { name: '1 Follower' })).toBeVisible()
  if (javaScriptEnabled) {
    await expect(said(page, `You follow @${them.username}.`)).toBeVisible()
    await expect(page.getByRole('button', { name: `Following @${them.username}` })).toBeFocused()
  }
  await page.goto('/home')
  await expect(card(page, content)).toBeVisible()
  await page.goto(`/${me.username}`)
  await page.getByRole('link', { name: '1 Following' }).click()
  await expect(page.getByRole('region', { name: 'Following' })).toContainText('Dunnock')

  await page.getByRole('button', { name: `Following @${them.username}` }).click()
  await expect(page.getByRole('button', { name: `Follow @${them.username}` }).or(page.getByText('Follows nobody yet'))).toBeVisible()
  if (javaScriptEnabled) await expect(said(page, `You no longer follow @${them.username}.`)).toBeVisible()
  await page.goto(`/${them.username}`)
  await expect(page.getByRole('link', { name: '0 Followers' })).toBeVisible()
  await page.goto('/home')
  await expect(page.getByRole('heading', { name: 'It is quiet here' })).toBeVisible()
})

test('one sees who follows one', { tag: '@nojs' }, async ({ page, me, person, follow }) => {
  const [fan, stranger] = [await person({ name: 'Fan' }), await person({ name: 'Stranger' })]
  await follow(fan, me)
  await page.goto(`/${fan.username}`)
  await expect(page.getByText('Follows you', { exact: true })).toBeVisible()
  await page.goto(`/${stranger.username}`)
  await expect(page.getByText('Follows you', { exact: true })).toHaveCount(0)
  await page.goto(`/${me.username}/followers`)
  const followers = page.getByRole('region', { name: 'Followers' }).getByRole('article')
  await expect(followers).toHaveText(/Fan.*Follows you/)
  await followers.getByRole('button', { name: `Follow @${fan.username}` }).click()
  await expect(followers.getByRole('button', { name: `Following @${fan.username}` })).toBeVisible()
})

test('one cannot follow oneself', { tag: '@nojs' }, async ({ page, me }) => {
  await page.goto(`/${me.username}`)
  await expect(page.getByRole('link', { name: 'Edit profile' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Follow/ })).toHaveCount(0)
})

test('who signs in to follow somebody comes back to them', { tag: '@nojs' }, async ({ page, person }) => {
  const [me, them] = [await person(), await person()]
  await page.goto(`/${them.username}`)
  await page.getByRole('link', { name: `Follow @${them.username}` }).click()
  await page.getByLabel('Username or email').fill(me.username)
  await page.getByLabel('Password').fill(me.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`/${them.username}`)
  await page.getByRole('button', { name: `Follow @${them.username}` }).click()
  await expect(page.getByRole('link', { name: '1 Follower' })).toBeVisible()
})
