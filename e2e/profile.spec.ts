import { card, expect, newText, pathOf, said, test } from '@/e2e/fixtures'

test('a profile says who somebody is and what they wrote', { tag: ['@nojs', '@phone'] }, async ({ page, person, tweet, follow }) => {
  const about = {
    name: 'Ines Pipit',
    bio: 'Rings birds. #birding https://example.org/pipit',
    location: 'Rosario',
    website: 'https://example.org/',
  }
  const [them, fan] = [await person(about), await person({ name: 'Fan' })]
  await follow(fan, them)
  const first = await tweet(them, newText('A tweet'))
  const answer = await tweet(them, newText('An answer'), { replyToId: first.id })
  await page.goto(`/${them.username}`)
  const main = page.getByRole('main')
  await expect(page).toHaveTitle(`Ines Pipit (@${them.username}) · Linnet`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ines Pipit')
  await expect(main).toContainText('2 tweets')
  await expect(main).toContainText('Rosario')
  await expect(main).toContainText(/Joined \w+ 20\d\d/)
  await expect(main.getByRole('link', { name: '#birding' })).toHaveAttribute('href', '/hashtag/birding')
  await expect(main.getByRole('link', { name: 'example.org/pipit' })).toHaveAttribute('rel', 'nofollow noopener ugc')
  await expect(main.getByRole('link', { name: 'example.org', exact: true })).toHaveAttribute('rel', 'nofollow noopener ugc me')
  await expect(main.getByRole('link', { name: '0 Following' })).toBeVisible()

  const tabs = page.getByRole('navigation', { name: `What @${them.username} wrote` })
  await expect(tabs.getByRole('link', { name: 'Tweets' })).toHaveAttribute('aria-current', 'page')
  await expect(card(page, first.content)).toBeVisible()
  await expect(card(page, answer.content)).toHaveCount(0)
  await tabs.getByRole('link', { name: 'Replies' }).click()
  await expect(page).toHaveURL(`/${them.username}/replies`)
  await expect(tabs.getByRole('link', { name: 'Replies' })).toHaveAttribute('aria-current', 'page')
  await expect(card(page, answer.content)).toBeVisible()
  await expect(card(page, first.content)).toHaveCount(0)

  await main.getByRole('link', { name: '1 Follower' }).click()
  await expect(page.getByRole('region', { name: 'Followers' }).getByRole('article')).toContainText('Fan')
  await page.getByRole('link', { name: 'Following' }).click()
  await expect(page.getByRole('heading', { name: 'Follows nobody yet' })).toBeVisible()
})

test('one edits one’s profile', { tag: '@nojs' }, async ({ page, me }) => {
  await page.goto(`/${me.username}`)
  await page.getByRole('link', { name: 'Edit profile' }).click()
  await page.getByLabel('Name').fill('Vera Wagtail 🐦')
  await page.getByLabel('Bio').fill('By the water.\nAlways.')
  await page.getByLabel('Location').fill('Lviv')
  await page.getByLabel('Website').fill('example.org/vera')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile was saved.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Vera Wagtail 🐦')
  await page.getByRole('link', { name: 'See profile' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vera Wagtail 🐦')
  await expect(page.getByText('By the water.\nAlways.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Lviv')
  await expect(page.getByRole('link', { name: 'example.org/vera' })).toHaveAttribute('href', 'https://example.org/vera')

  await page.goto('/settings/profile')
  for (const field of ['Bio', 'Location', 'Website']) await page.getByLabel(field).fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile was saved.')).toBeVisible()
  await page.goto(`/${me.username}`)
  await expect(page.getByRole('main')).not.toContainText(/Lviv|example\.org|By the water/)
})

test('what is wrong with a profile stands beside what was typed', { tag: '@nojs' }, async ({ page, me, javaScriptEnabled }) => {
  await page.goto('/settings/profile')
  await page.getByLabel('Name').fill(' ')
  await page.getByLabel('Bio').fill('b'.repeat(161))
  await page.getByLabel('Location').fill('l'.repeat(31))
  await page.getByLabel('Website').fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/name must not be empty/)
  await expect(page.getByLabel('Bio')).toHaveAccessibleDescription(/bio is too long: at most 160 characters/)
  await expect(page.getByLabel('Location')).toHaveAccessibleDescription(/location is too long: at most 30 characters/)
  await expect(page.getByLabel('Website')).toHaveAccessibleDescription(/website must be an http or https address/)
  await expect(page.getByLabel('Bio')).toHaveValue('b'.repeat(161))
  await expect(page.getByLabel('Website')).toHaveValue('javascript:alert(1)')
  if (javaScriptEnabled) await expect(page.getByLabel('Name')).toBeFocused()
  await page.goto(`/${me.username}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(me.username)
})

test('a profile is found in any case', { tag: '@nojs' }, async ({ page, person, tweet }) => {
  const them = await person()
  const { id, content } = await tweet(them, newText('Anyway'))
  expect((await page.goto(`/${them.username.toUpperCase()}`))?.status()).toBe(200)
  await expect(card(page, content)).toBeVisible()
  await page.goto(`/${them.username.toUpperCase()}/status/${id.toUpperCase()}`)
  await expect(page).toHaveURL(`/${them.username}/status/${id}`)
})

test('a mouse that rests on a name is told who it is', async ({ page, person, tweet }) => {
  const them = await person({ name: 'Ines Pipit', bio: 'Counts birds.' })
  const posted = await tweet(them, newText('Rested upon'))
  await page.goto(pathOf(posted))
  const about = page.locator('[data-hover-card]')
  await expect(async () => {
    await page.mouse.move(5, 5)
    await page.getByRole('main').getByRole('link', { name: 'Ines Pipit' }).first().hover()
    await expect(about).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(about).toContainText('Counts birds.')
  await expect(about).toContainText('0 Followers')
  await about.hover()
  await page.keyboard.press('Escape')
  await expect(about).toHaveCount(0)
})

test('an address with an @ before the name leads there too', { tag: '@nojs' }, async ({ page, person }) => {
  const them = await person()
  await page.goto(`/@${them.username}`)
  await expect(page).toHaveURL(`/${them.username}`)
  await page.goto(`/@${them.username}/replies`)
  await expect(page).toHaveURL(`/${them.username}/replies`)
})
