import { request as httpRequest } from 'node:http'
import { anyAddress, bearer, expect, newText, test, watch } from '@/e2e/fixtures'

const PAGES = ['/', '/login', '/signup', '/explore', '/ada', '/search?q=linnet', '/api/docs', '/nobody_is_called_so', '/no/such/page']

test('every page lets only its own scripts run and stands in no frame', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of PAGES) {
    const answer = await request.get(path)
    const headers = answer.headers()
    const policy = headers['content-security-policy'] ?? ''
    const nonce = /script-src 'nonce-([\w+/=]{24})' 'strict-dynamic';/.exec(policy)?.[1] ?? `none on ${path}`
    nonces.add(nonce)
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy.split('; '), path).toContain(part)
    expect(policy.replace(/style-src-attr[^;]*/, ''), path).not.toContain('unsafe')
    // What is data of these types no browser runs, and no policy asks for.
    const scripts = (await answer.text()).match(/<script\b(?! (?:id="words" )?type="application\/(?:ld\+)?json">)[^>]*>/g) ?? []
    expect(scripts.length, path).toBeGreaterThan(1)
    expect(
      scripts.filter((script) => !script.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([])
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': expect.stringMatching(/^(strict-origin-when-cross-origin|no-referrer)$/),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    })
    expect(headers, path).not.toHaveProperty('x-powered-by')
    expect(headers, path).not.toHaveProperty('server')
  }
  expect(nonces.size).toBe(PAGES.length)
})

test('what the API answers can do nothing in a browser', async ({ request, person }) => {
  const me = await person()
  const answers = [
    await request.get('/api/users/ada'),
    await request.get('/api/health'),
    await request.get('/api/no/such/path'),
    await request.get('/api/users/me', { headers: bearer(me) }),
    await request.get('/api/notifications'),
    await request.delete('/api/health'),
    await request.post('/api/tweets', { headers: bearer(me), data: { content: newText('<script>alert(1)</script>') } }),
    await request.get('/api/auth/csrf'),
  ]
  for (const answer of answers)
    expect(answer.headers(), answer.url()).toMatchObject({
      'content-type': expect.stringMatching(/^application\/(problem\+)?json/),
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
})

test('cards may be shown anywhere, and nothing in a file may run', async ({ request }) => {
  const card = await request.get('/cards/users/ada')
  expect(card.headers()).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(card.headers()).not.toHaveProperty('cross-origin-resource-policy')
  const refused = await request.get('/explore%00')
  expect(refused.status()).toBe(400)
  expect(refused.headers()['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
})

test('a method that nobody needs is refused', async ({ request, baseURL }) => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'])
    for (const path of ['/', '/ada', '/login', '/no/such/page', '/api/docs'])
      expect({ method, path, status: await statusOf(method, `${baseURL}${path}`) }).toEqual({ method, path, status: 405 })
  expect((await request.fetch('/login', { method: 'PUT' })).headers()).toMatchObject({ allow: 'GET, HEAD, POST' })
  for (const path of ['/api/health', '/api/%41', '/media/x', '/icon.svg']) {
    const status = await statusOf('TRACE', `${baseURL}${path}`)
    expect(status >= 400 && status < 500, `TRACE ${path} is answered ${status}`).toBe(true)
  }
})

test('no page asks for https where people use http', async ({ request, baseURL }) => {
  test.skip(!baseURL?.startsWith('http:'))
  const headers = (await request.get('/')).headers()
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
})

test('what the policy of a page stops fails the test in which it is', { tag: '@nojs' }, async ({ browser, baseURL, javaScriptEnabled }) => {
  const planted = {
    image: '<img src="https://evil.example/x.png" alt="">',
    style: '<style>main { display: none }</style>',
    ...(javaScriptEnabled && {
      script: '<script>window.ran = true</script>',
      handler: '<img src="/icon.svg" alt="" onload="window.ran = true">',
      'script from elsewhere': '<script src="https://evil.example/x.js"></script>',
    }),
  }
  for (const [what, html] of Object.entries(planted)) {
    const context = await browser.newContext({ baseURL, javaScriptEnabled })
    const check = watch(context)
    const page = await context.newPage()
    await page.route('/login', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('</body>', `${html}</body>`) })
    })
    const told = page.waitForEvent('console')
    await page.goto('/login')
    await told
    expect(check, what).toThrow(/violates the following Content Security Policy/)
    await context.close()
  }
})

/** Asks with a method that no browser and no Request has. */
function statusOf(method: string, url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'X-Forwarded-For': anyAddress() }
    httpRequest(url, { method, headers }, (answer) => resolve(answer.resume().statusCode ?? 0))
      .on('error', reject)
      .end()
  })
}
