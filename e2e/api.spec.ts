import type { APIResponse, Page } from '@playwright/test'
import { bearer, expect, newPassword, newText, newUsername, pathOf, signIn, test } from '@/e2e/fixtures'
import { HOSTILE_TARGETS } from '@/lib/testing/targets'

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
const FOREIGN = { Origin: 'https://evil.example' }

test('a tour of the API: sign up, tweet, follow, answer, delete', async ({ request }) => {
  const [username, password] = [newUsername(), newPassword()]
  const signUp = await request.post('/api/users', { data: { username, email: `${username}@people.example`, password, name: 'Api' } })
  expect(signUp.status()).toBe(201)
  const me = await signUp.json()
  expect(me).toMatchObject({ username, name: 'Api', email: `${username}@people.example`, tweetsCount: 0 })
  expect(JSON.stringify(me)).not.toMatch(/password|argon2/i)

  const granted = await request.post('/api/auth/token', { form: { grant_type: 'password', username, password } })
  expect(granted.headers()['cache-control']).toBe('no-store')
  const tokens = await granted.json()
  expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: expect.any(Number), refresh_token: expect.any(String) })
  const renewed = await request.post('/api/auth/token', { data: { grant_type: 'refresh_token', refresh_token: tokens.refresh_token } })
  expect(renewed.status()).toBe(200)
  const headers = bearer({ token: (await renewed.json()).access_token })
  expect(await (await request.get('/api/users/me', { headers })).json()).toMatchObject({ id: me.id })

  const posted = await request.post('/api/tweets', { headers, data: { content: 'Hello #api @ada https://example.org' } })
  expect(posted.status()).toBe(201)
  const tweet = await posted.json()
  expect(new URL(posted.headers().location ?? '').pathname).toBe(`/api/tweets/${tweet.id}`)
  expect(tweet.entities).toEqual({
    hashtags: [{ word: 'api', start: 6, end: 10 }],
    mentions: [{ username: 'ada', start: 11, end: 15 }],
    urls: [{ url: 'https://example.org', display: 'example.org', start: 16, end: 35 }],
  })
  const answer = await (await request.post('/api/tweets', { headers, data: { content: 'And', replyToId: tweet.id } })).json()
  const thread = await (await request.get(`/api/tweets/${answer.id}/thread`)).json()
  expect(thread).toMatchObject({ ancestors: [{ id: tweet.id, repliesCount: 1 }], tweet: { id: answer.id }, replies: { items: [] } })

  expect(await (await request.put('/api/users/ada/follow', { headers })).json()).toMatchObject({ viewer: { following: true } })
  const home = await (await request.get('/api/timelines/home?limit=100', { headers })).json()
  expect(new Set(home.items.map(({ author }: { author: { username: string } }) => author.username))).toEqual(new Set([username, 'ada']))
  expect(await (await request.delete('/api/users/ada/follow', { headers })).json()).toMatchObject({ viewer: { following: false } })

  expect((await request.delete(`/api/tweets/${tweet.id}`, { headers })).status()).toBe(204)
  expect((await request.get(`/api/tweets/${tweet.id}`)).status()).toBe(404)
  expect(await (await request.get(`/api/tweets/${answer.id}/thread`)).json()).toMatchObject({
    ancestors: [{ id: tweet.id, deleted: true }],
  })
})

test('what a browser writes the API reads, and the reverse', async ({ page, me, request, tweet }) => {
  const written = await tweet(me, newText('From the API'))
  await page.goto(pathOf(written))
  await expect(page.getByRole('article')).toContainText(written.content)
  const answer = newText('From the browser')
  await page.getByRole('textbox').fill(answer)
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText(answer)
  const replies = await (await request.get(`/api/tweets/${written.id}/replies`)).json()
  expect(replies).toMatchObject({ items: [{ content: answer, author: { username: me.username } }], nextCursor: null })
})

test('every answer carries a request id and is not to be sniffed', async ({ request, me, tweet }) => {
  const { id } = await tweet(me, newText())
  const ids = new Set<string>()
  const pages = ['/', '/explore', '/login', `/${me.username}`, `/${me.username}/status/${id}`, '/no/such/page', '/api/docs', '/%ff', '/%00']
  const endpoints = ['/api/health', '/api/ready', '/api/openapi.json', `/api/tweets/${id}`, '/api/nowhere', '/api/auth/csrf', '/api/%ff']
  for (const path of [...pages, ...endpoints]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBeLessThan(500)
    expect(answer.headers(), path).toMatchObject({ 'x-request-id': expect.stringMatching(UUID) })
    expect(answer.headers()['x-content-type-options'], path).toBe('nosniff')
    expect(answer.headers(), path).not.toHaveProperty('x-powered-by')
    ids.add(answer.headers()['x-request-id'] ?? '')
  }
  expect(ids.size).toBe(pages.length + endpoints.length)
})

test('what the API does not have is told as problem details', async ({ request }) => {
  for (const path of [
    '/api',
    '/api/nowhere',
    '/api/tweets/1',
    '/api/tweets/%00',
    '/api/users/%ff',
    '/api/users/no/such/path',
    '/api/auth/nowhere',
  ]) {
    await expectProblem(await request.get(path), 404, 'not_found')
  }
  await expectProblem(await request.post('/api/nowhere', { data: {} }), 404, 'not_found')
  await expectProblem(await request.put('/api/users'), 405, 'method_not_allowed')
  await expectProblem(await request.post('/api/tweets', { data: { content: 'Nobody' } }), 401, 'unauthenticated')
  await expectProblem(await request.get('/api/timelines/public?cursor=nowhere'), 422, 'validation_failed')
  const headers = { 'Content-Type': 'application/json' }
  await expectProblem(await request.post('/api/users', { headers, data: Buffer.from('{"username":') }), 400, 'malformed_json')
})

test('another site can do nothing with our visitor’s cookie', async ({ page, me }) => {
  const { request } = page
  const content = newText('Not mine')
  for (const headers of [FOREIGN, { Origin: 'null' }, {}]) {
    await expectProblem(await request.post('/api/tweets', { headers, data: { content } }), 403, 'cross_site_request')
    await expectProblem(await request.put('/api/users/ada/follow', { headers }), 403, 'cross_site_request')
  }
  const ours = await request.post('/api/tweets', { headers: { Origin: await originOf(page) }, data: { content: newText('Mine') } })
  expect(ours.status()).toBe(201)
  expect(await (await request.get(`/api/users/${me.username}`)).json()).toMatchObject({ tweetsCount: 1, followingCount: 0 })
})

test('nobody is led to another site after signing in', async ({ page, person, baseURL }) => {
  const { request } = page
  const { username, password } = await person()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  for (const callbackUrl of HOSTILE_TARGETS.filter((target) => target.length < 1_000)) {
    const form = { csrfToken, username, password: 'not it', json: 'true', callbackUrl }
    const answer = await request.post('/api/auth/signout', { form, maxRedirects: 0 })
    if (answer.status() !== 422) expect(new URL((await answer.json()).url).origin, callbackUrl).toBe(baseURL)
  }
  for (const next of ['//evil.example', '/.//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example']) {
    await page.context().clearCookies()
    await page.goto(`/login?next=${encodeURIComponent(next)}`)
    await signIn(page, username, password)
    await expect(page).toHaveURL(`${baseURL}/home`)
  }
})

test('the cookies of NextAuth are for us alone', async ({ page, me }) => {
  await page.request.get('/api/auth/csrf')
  await page.request.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(`/${me.username}`)}`)
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name }) => name).toSorted()).toEqual(['linnet.session', 'next-auth.callback-url', 'next-auth.csrf-token'])
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' })
})

test('a form works only from our own pages', async ({ page, me }) => {
  const content = newText('Not mine')
  const html = await (await page.request.get('/compose')).text()
  const form = html.split('<form').find((part) => part.includes('name="content"')) ?? ''
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
  const multipart = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescapeHtml(value)]))
  expect(Object.keys(multipart)).toContain('$ACTION_KEY')
  const send = (headers: Record<string, string>) =>
    page.request.post('/compose', { headers, multipart: { ...multipart, content }, maxRedirects: 0 })
  const countOfTweets = async () => (await (await page.request.get(`/api/users/${me.username}`)).json()).tweetsCount
  for (const headers of [FOREIGN, { Origin: 'null' }, { Origin: await originOf(page), 'Sec-Fetch-Site': 'cross-site' }]) {
    expect((await send(headers)).status(), JSON.stringify(headers)).toBe(403)
    expect(await countOfTweets()).toBe(0)
  }
  expect((await send({ Origin: await originOf(page) })).status()).toBe(303)
  expect(await countOfTweets()).toBe(1)
})

test('NextAuth signs in, tells who is signed in, and signs out', async ({ page, person, baseURL }) => {
  const { request } = page
  const headers = { Origin: baseURL ?? '' }
  const { id, name, username, email, password } = await person()
  expect(await (await request.get('/api/auth/session')).json()).toEqual({})
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const callback = (form: Record<string, string>) =>
    request.post('/api/auth/callback/credentials', { headers, form: { json: 'true', ...form } })
  expect((await callback({ csrfToken, username, password: 'not it at all' })).status()).toBe(401)
  await callback({ username, password })
  await callback({ csrfToken: 'made up', username, password })
  expect(await (await request.get('/api/auth/session')).json(), 'no sign-in without the token').toEqual({})

  for (const login of [username, email]) {
    expect((await callback({ csrfToken, username: login, password })).status()).toBe(200)
    const session = await (await request.get('/api/auth/session')).json()
    expect(session).toEqual({ user: { id, name }, expires: expect.any(String) })
  }
  const cookies = await page.context().cookies()
  const cookie = cookies.find((one) => one.name === 'linnet.session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const [header, claims] = (cookie?.value ?? '').split('.').map((part) => Buffer.from(part, 'base64url').toString())
  expect(JSON.parse(header ?? '')).toHaveProperty('alg')
  expect(JSON.parse(claims ?? '')).toMatchObject({ sub: id })
  await expectProblem(await request.get('/api/users/me', { headers: bearer({ token: cookie?.value ?? '' }) }), 401, 'unauthenticated')

  expect((await request.post('/api/auth/signout', { headers, form: { csrfToken, json: 'true' } })).status()).toBe(200)
  expect(await (await request.get('/api/auth/session')).json()).toEqual({})
  await page.context().addCookies(cookies)
  expect(await (await request.get('/api/auth/session')).json(), 'the old cookie is dead').toEqual({})
})

test('what NextAuth cannot read is refused, never a failure of ours', async ({ request }) => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const json = { 'Content-Type': 'application/json' }
  const bodies = [
    { headers: json, data: Buffer.from('{') },
    { headers: json, data: Buffer.from('null') },
    { headers: json, data: Buffer.from('[[]]') },
    { headers: json, data: Buffer.from('{"csrfToken":{"a":1},"username":[],"password":7}') },
    { headers: json, data: Buffer.from([0xff, 0xfe]) },
    { headers: form, data: Buffer.from('callbackUrl=%00&csrfToken=%ff') },
    { headers: form, data: Buffer.from('csrfToken=a&csrfToken=b&username=x&username=y') },
    { headers: form, data: Buffer.from('callbackUrl=not an address') },
    { headers: { 'Content-Type': 'text/plain' }, data: Buffer.from('hello') },
    { headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, data: Buffer.from('garbage') },
  ]
  for (const path of ['callback/credentials', 'signin/credentials', 'signout', 'session']) {
    for (const body of bodies) {
      const answer = await request.post(`/api/auth/${path}`, { ...body, maxRedirects: 0 })
      expect(answer.status(), `${path} ${body.headers['Content-Type']} ${body.data}`).toBeLessThan(500)
    }
  }
  for (const path of [
    'session?callbackUrl=%00',
    'signin?callbackUrl=a&callbackUrl=b',
    'error?error=%3Cscript%3E',
    'csrf?x=%ff',
    'signin/nobody',
  ]) {
    expect((await request.get(`/api/auth/${path}`, { maxRedirects: 0 })).status(), path).toBeLessThan(500)
  }
})

test('the document of the API can be read by people and programs', { tag: '@phone' }, async ({ page, request }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'API documentation' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'API' })).toBeVisible()
  const { openapi, paths } = await (await request.get('/api/openapi.json')).json()
  expect(openapi).toMatch(/^3\.1/)
  for (const path of Object.keys(paths))
    await expect(
      page
        .getByText(path, { exact: true })
        .or(page.getByText(` ${path}`))
        .first(),
    ).toBeVisible()
})

async function expectProblem(answer: APIResponse, status: number, code?: string) {
  const body = await answer.text()
  expect(answer.status(), `${answer.url()}: ${body}`).toBe(status)
  expect(answer.headers()['content-type'], answer.url()).toBe('application/problem+json')
  expect(JSON.parse(body), answer.url()).toMatchObject({
    status,
    title: expect.any(String),
    detail: expect.any(String),
    ...(code && { code }),
  })
}

async function originOf(page: Page): Promise<string> {
  await page.goto('/explore')
  return new URL(page.url()).origin
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
