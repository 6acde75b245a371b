import { get } from 'node:http'
import { anyAddress, expect, test } from '@/e2e/fixtures'

/** What lies beside the app on a disk, what tools of developers answer, and ways out of a folder. */
const NOT_SERVED = [
  '/.git/config',
  '/.git/HEAD',
  '/.gitignore',
  '/.env',
  '/.env.local',
  '/.env.production',
  '/.env.example',
  '/.npmrc',
  '/.data/mail',
  '/.data/auth-secret',
  '/.next/BUILD_ID',
  '/.next/server/middleware-manifest.json',
  '/.next-test/BUILD_ID',
  '/_next/BUILD_ID',
  '/_next/server/app/page.js',
  '/_next/server/pages-manifest.json',
  '/_next/static/%2e%2e/BUILD_ID',
  '/_next/static/..%2fBUILD_ID',
  '/_next/static/../../package.json',
  '/_next/static/..%2f..%2fpackage.json',
  '/_next/static/..%5c..%5cpackage.json',
  '/_next/static/%2e%2e/%2e%2e/.env',
  '/..%2f.env',
  '/%2e%2e/.env',
  '/..;/.env',
  '/media/..%2f..%2f.env',
  '/media/%2e%2e%2f%2e%2e%2fpackage.json',
  '/package.json',
  '/package-lock.json',
  '/next.config.mjs',
  '/proxy.ts',
  '/tsconfig.json',
  '/prisma/schema.prisma',
  '/node_modules/next/package.json',
  '/docs/decisions/001-three-doors.md',
  '/__nextjs_original-stack-frame?file=/etc/passwd',
  '/__nextjs_original-stack-frames',
  '/__nextjs_source-map?filename=proxy.ts',
  '/_next/mcp',
  '/_next/image?url=%2Fopengraph.png&w=64&q=75',
  '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75',
  '/server-status',
  '/debug/pprof',
  '/actuator/env',
  '/wp-config.php',
]

/** What tells of the inside: places on the machine, frames of a stack, names of queries and secrets, versions of what serves. */
const INSIDE =
  /(?:\/(?:home|root|tmp|work|usr|var|app)\/[\w.-]+\/|node_modules|\.next\/|\n\s+at [\w.<>]+ \(|file:\/\/|prisma|P20\d\d|postgres(?:ql)?:|AUTH_SECRET|Next\.js \d|node\/\d|"version":")/i

/** Asks for exactly this path, which a browser and a client would tidy up first. */
function ask(path: string, baseURL = ''): Promise<{ status: number; headers: string; body: string }> {
  const { hostname, port } = new URL(baseURL)
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, headers: { 'X-Forwarded-For': anyAddress() } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: JSON.stringify(answer.headers), body }))
    }).on('error', reject)
  })
}

test('no file is served that is not for everybody', async ({ baseURL }) => {
  for (const path of NOT_SERVED) {
    const { status, headers, body } = await ask(path, baseURL)
    expect([400, 404], `${path} answers ${status}`).toContain(status)
    expect(`${headers}\n${withoutPath(body, path)}`, path).not.toMatch(INSIDE)
  }
})

test('the style guide is for who develops: what is served has none', async ({ baseURL, request }) => {
  for (const path of ['/styleguide', '/styleguide?_rsc=1', '/StyleGuide']) expect((await ask(path, baseURL)).status, path).toBe(404)
  expect(await (await request.get('/styleguide')).text()).not.toContain('Style guide')
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain('styleguide')
})

test('what goes wrong tells nothing of the inside', async ({ baseURL, request }) => {
  for (const path of [
    '/%00',
    '/%ff',
    '/no/such/page',
    '/ada/status/1',
    '/api/nowhere',
    '/api/%zz',
    '/media/x',
    '/cards/tweets/x',
    '/api/auth/error',
  ]) {
    const { headers, body } = await ask(path, baseURL)
    expect(`${headers}\n${withoutPath(body, path)}`, path).not.toMatch(INSIDE)
  }
  const sent = [
    await request.post('/api/tweets', { headers: { 'Content-Type': 'application/json' }, data: Buffer.from('{"') }),
    await request.post('/api/auth/token', { data: { grant_type: { a: 1 } } }),
    await request.post('/login', { headers: { 'Next-Action': 'nowhere' }, data: '[]' }),
    await request.post('/login', { multipart: { $ACTION_ID_nowhere: '' } }),
    await request.get('/api/tweets/01234567-89ab-7def-8123-456789abcdef'),
    await request.get('/api/search?q=%27%3B&cursor=x'),
    await request.fetch('/home', { method: 'PUT', maxRedirects: 0 }),
  ]
  for (const answer of sent) expect(`${JSON.stringify(answer.headers())}\n${await answer.text()}`, answer.url()).not.toMatch(INSIDE)
})

test('no source map is served, and no script names one', async ({ page, request }) => {
  const scripts = new Set<string>()
  page.on('response', (response) => /\.(?:js|css)$/.test(new URL(response.url()).pathname) && scripts.add(response.url()))
  for (const path of ['/login', '/explore', '/api/docs']) await page.goto(path)
  expect(scripts.size).toBeGreaterThan(5)
  for (const url of scripts) {
    expect(await (await request.get(url)).text(), url).not.toMatch(/sourceMappingURL|\/(?:home|root|work|tmp)\/\w+\//)
    expect((await request.get(`${url}.map`)).status(), url).toBe(404)
  }
})

test('security.txt says whom to tell, and is good for months', async ({ request, baseURL }) => {
  const answer = await request.get('/.well-known/security.txt')
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  })
  const fields = new URLSearchParams((await answer.text()).trim().replaceAll(': ', '=').replaceAll('\n', '&'))
  expect(fields.get('Contact')).toMatch(/^(?:https:\/\/|mailto:)\S+$/)
  expect(fields.get('Canonical')).toBe(`${baseURL}/.well-known/security.txt`)
  const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(30)
  expect(days).toBeLessThan(365)
})

/** The page that says that there is nothing names the address that was asked for. */
function withoutPath(body: string, path: string): string {
  const words = [path, path.split('?')[0] ?? '', ...path.split(/[/?]/)].filter((word) => word.length > 3)
  return words.reduce((text, word) => text.replaceAll(word, ''), body)
}
