import { bearer, card, composer, expect, newPassword, newText, newUsername, post, signIn, test } from '@/e2e/fixtures'

test('a newcomer signs up, says hello and is heard everywhere', { tag: ['@nojs', '@phone'] }, async ({ page, request }) => {
  const [username, password, hello] = [newUsername(), newPassword(), newText('Hello #linnet')]
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Robin Newcomer')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Email').fill(`${username}@people.example`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page).toHaveURL('/home')
  await expect(page.getByRole('heading', { name: 'It is quiet here' })).toBeVisible()

  await post(page, hello)
  await expect(page.getByRole('region', { name: 'Your timeline' }).getByRole('article')).toHaveText(new RegExp(hello))
  await card(page, hello).getByRole('link', { name: '#linnet' }).click()
  await expect(page).toHaveURL('/hashtag/linnet')
  await expect(card(page, hello)).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Explore' }).click()
  await expect(card(page, hello)).toContainText('Robin Newcomer')

  const granted = await request.post('/api/auth/token', { data: { grant_type: 'password', username, password } })
  const { access_token: token } = await granted.json()
  const read = await request.get('/api/timelines/home', { headers: bearer({ token }) })
  expect(await read.json()).toMatchObject({
    items: [{ content: hello, author: { username, name: 'Robin Newcomer' }, entities: { hashtags: [{ word: 'linnet' }] } }],
    nextCursor: null,
  })
})

test('what is wrong with a sign-up stands beside what was typed', { tag: '@nojs' }, async ({ page, javaScriptEnabled }) => {
  await page.goto('/signup')
  await page.getByLabel('Name', { exact: true }).fill('Robin')
  await page.getByLabel('Username').fill('no spaces')
  await page.getByLabel('Email').fill('nowhere')
  await page.getByLabel('Password').fill('a secret of mine')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/username must be 3 to 20 letters/)
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/email must be an address/)
  if (javaScriptEnabled) await expect(page.getByLabel('Username')).toBeFocused()
  else await expect(page.getByLabel('Password')).toHaveValue('')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Robin')
  await expect(page.getByLabel('Username')).toHaveValue('no spaces')
  await expect(page.getByLabel('Email')).toHaveValue('nowhere')
  expect(await page.content(), 'the page never repeats the password').not.toContain('a secret of mine')

  const username = newUsername()
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Email').fill(`${username}@people.example`)
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/password is too short/)
  await expect(page.getByLabel('Username')).not.toHaveAttribute('aria-invalid')
  await page.getByLabel('Password').fill(newPassword())
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page).toHaveURL('/home')
})

test('a username and an email belong to one person, whatever their case', { tag: '@nojs' }, async ({ page, person }) => {
  const { username, email } = await person()
  await page.goto('/signup')
  await page.getByLabel('Username').fill(username.toUpperCase())
  await page.getByLabel('Email').fill(email.toUpperCase())
  await page.getByLabel('Password').fill(newPassword())
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/This username is taken/)
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/has an account already/)
})

test('one signs in with a username or an email address', { tag: '@nojs' }, async ({ page, person }) => {
  const { username, email, password } = await person()
  for (const login of [username, username.toUpperCase(), email]) {
    await page.goto('/login')
    await signIn(page, login, password)
    await expect(page).toHaveURL('/home')
    await expect(page.getByRole('button', { name: new RegExp(`^Account: .*@${username}$`) })).toBeVisible()
    await page.context().clearCookies()
  }
})

test('a wrong password and an unknown person are refused alike', { tag: '@nojs' }, async ({ page, person }) => {
  const { username, password } = await person()
  for (const [login, tried] of [
    [username, `${password}!`],
    [newUsername(), password],
  ] as const) {
    await page.goto('/login?next=%2Fexplore')
    await signIn(page, login, tried)
    await expect(page.getByRole('alert').filter({ hasText: 'That username and password do not match.' })).toBeVisible()
    await expect(page.getByLabel('Username or email')).toHaveValue(login)
    await page.goto('/home')
    await expect(page, 'nobody is signed in').toHaveURL('/login?next=%2Fhome')
  }
  await page.goto('/login')
  await signIn(page, '', '')
  await expect(page.getByLabel('Username or email')).toHaveAccessibleDescription(/Type your username/)
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Type your password/)
})

test('after a wrong password the right one still leads on', { tag: '@nojs' }, async ({ page, person }) => {
  const { username, password } = await person()
  await page.goto('/settings/profile')
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Fprofile')
  await signIn(page, username, 'not it at all')
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible()
  await signIn(page, username, password)
  await expect(page).toHaveURL('/settings/profile')
})

test('signing out ends the session, not only the cookie', { tag: ['@nojs', '@phone'] }, async ({ page, me }) => {
  await page.goto('/home')
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: new RegExp(`^Account: .*@${me.username}$`) }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('linnet.session')

  await page.context().addCookies(cookies)
  await page.goto('/home')
  await expect(page, 'the old cookie is dead').toHaveURL('/login?next=%2Fhome')
})

test('a link to the sign-in page leads only to our own pages', { tag: '@nojs' }, async ({ page, person }) => {
  const { username, password } = await person()
  const foreign = ['https://evil.example/', '//evil.example/', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)']
  for (const next of foreign) {
    await page.goto(`/login?next=${encodeURIComponent(next)}`)
    await signIn(page, username, password)
    await expect(page, next).toHaveURL('/home')
    await page.context().clearCookies()
  }
  await page.goto(`/login?next=${encodeURIComponent('/hashtag/linnet?from=here')}`)
  await signIn(page, username, password)
  await expect(page).toHaveURL('/hashtag/linnet?from=here')
})

test('who is signed in already is not asked again', { tag: '@nojs' }, async ({ page, me }) => {
  for (const path of ['/', '/login', '/signup']) {
    await page.goto(path)
    await expect(page, path).toHaveURL('/home')
  }
  await expect(page.getByRole('button', { name: new RegExp(`^Account: .*@${me.username}$`) })).toBeVisible()
})

test('two people in two browsers are two people', { tag: '@nojs' }, async ({ page, another, person, login, me }) => {
  const them = await person()
  const there = await another()
  await login(them, there)
  const [mine, theirs] = [newText('Mine'), newText('Theirs')]
  await page.goto('/home')
  await there.goto('/home')
  await post(page, mine)
  await post(there, theirs)
  await expect(card(page, mine)).toContainText(`@${me.username}`)
  await expect(card(page, theirs)).toHaveCount(0)

  await there.goto(`/${me.username}`)
  await there.getByRole('button', { name: `Follow @${me.username}` }).click()
  await expect(there.getByRole('link', { name: '1 Follower' })).toBeVisible()
  await there.goto('/home')
  await expect(card(there, mine)).toBeVisible()
  await expect(card(there, theirs)).toBeVisible()
  await page.reload()
  await expect(card(page, theirs)).toHaveCount(0)
  await expect(composer(page)).toHaveValue('')
})
