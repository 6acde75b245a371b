import { anyAddress, composer, expect, newText, signIn, test } from '@/e2e/fixtures'

test('who guesses too often is told when to try again, and others are not', { tag: '@nojs' }, async ({
  page,
  person,
  request,
  another,
}) => {
  const them = await person()
  // To sign in for the API was the first attempt of ten.
  for (let n = 0; n < 9; n++) {
    const guess = { grant_type: 'password', username: them.username, password: `guess ${n}` }
    expect((await request.post('/api/auth/token', { data: guess })).status()).toBe(400)
  }
  await page.goto('/login')
  await signIn(page, them.username, them.password)
  await expect(page.getByRole('alert').filter({ hasText: 'Too many attempts with this account. Try again in 5 minutes.' })).toBeVisible()
  await expect(page.getByLabel('Username or email')).toHaveValue(them.username)
  const elsewhere = await another()
  await elsewhere.goto('/login')
  await signIn(elsewhere, them.username, them.password)
  await expect(elsewhere).toHaveURL(/\/home$/)
})

test('what was written stays when one tweets too often', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  await Promise.all(Array.from({ length: 60 }, () => tweet(me, newText())))
  await page.goto('/home')
  const text = newText('One too many')
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(page.getByText('That is a lot of tweets in a short time. Try again in 15 minutes.').first()).toBeVisible()
  await expect(composer(page)).toHaveValue(text)
})

test('a visitor who asks for too much gets a page that says when to come back', { tag: '@nojs' }, async ({
  page,
  baseURL,
  extraHTTPHeaders,
}) => {
  await page.goto('/login')
  await spendRequests(baseURL, extraHTTPHeaders)
  const answer = await page.goto('/explore')
  expect(answer?.status()).toBe(429)
  expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(200)
  await expect(page.getByRole('heading', { name: 'A moment, please' })).toBeVisible()
  await expect(page.getByText(/Try again in [45] minutes\./)).toBeVisible()
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': anyAddress() })
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Explore', level: 1 })).toBeVisible()
})

test('a form that is refused on its way says so and keeps what was typed', async ({ page, baseURL, extraHTTPHeaders }) => {
  await page.goto('/login')
  await page.getByLabel('Username or email').fill('somebody')
  await page.getByLabel('Password').fill('anything at all')
  await spendRequests(baseURL, extraHTTPHeaders)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'That is a lot of requests in a short time.' })).toBeVisible()
  await expect(page.getByLabel('Username or email')).toHaveValue('somebody')
})

/** Asks for all that a visitor may ask for; with fetch, since 300 requests of the fixture take long. */
async function spendRequests(baseURL = '', headers: Record<string, string> = {}): Promise<void> {
  for (let n = 0; n < 300; n += 20)
    await Promise.all(Array.from({ length: 20 }, () => fetch(`${baseURL}/api/notifications`, { method: 'HEAD', headers })))
}
