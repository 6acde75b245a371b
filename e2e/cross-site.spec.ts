import type { APIResponse } from '@playwright/test'
import { composer, expect, newText, test } from '@/e2e/fixtures'

/** What a browser or a program sends that another site made write; each must be refused with our visitor's cookie. */
function foreign(ours: string): Record<string, string>[] {
  const { host, port } = new URL(ours)
  const evil = 'https://evil.example'
  return [
    {},
    { Origin: 'null' },
    { Origin: evil },
    { Origin: evil, Referer: `${ours}/home` },
    { Origin: evil, 'X-Forwarded-Host': 'evil.example' },
    { Origin: evil, 'X-Forwarded-Host': `evil.example, ${host}`, 'X-Forwarded-Proto': 'https' },
    { Origin: evil, 'X-Original-Host': 'evil.example', 'X-Host': 'evil.example', Forwarded: 'host=evil.example;proto=https' },
    { Origin: 'null', 'X-Forwarded-Host': 'null' },
    { Origin: ours, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: `http://${host}.evil.example` },
    { Origin: `http://evil-${host}` },
    { Origin: `http://localhost:${Number(port) + 1}` },
    { Origin: `${ours}, ${evil}` },
    { Origin: host },
  ]
}

test('the API takes no write from another site', async ({ page, me, baseURL }) => {
  const ours = baseURL ?? ''
  const { request } = page
  const status = async (answer: Promise<APIResponse>) => (await answer).status()
  for (const headers of foreign(ours)) {
    const said = JSON.stringify(headers)
    expect(await status(request.post('/api/tweets', { headers, data: { content: 'Not mine' } })), said).toBe(403)
    const plain = { ...headers, 'Content-Type': 'text/plain' }
    expect(await status(request.post('/api/tweets', { headers: plain, data: '{"content":"Not mine"}' })), said).toBe(403)
    expect(await status(request.put('/api/users/ada/follow', { headers })), said).toBe(403)
    expect(await status(request.delete('/api/auth/sessions', { headers })), said).toBe(403)
  }
  const plain = { Origin: ours, 'Content-Type': 'text/plain' }
  expect(await status(request.post('/api/tweets', { headers: plain, data: '{"content":"Not mine"}' }))).toBe(415)
  const form = { headers: { Origin: ours }, form: { content: 'Not mine' } }
  expect(await status(request.post('/api/tweets', form))).toBe(415)
  expect(await (await request.get(`/api/users/${me.username}`)).json()).toMatchObject({ tweetsCount: 0, followingCount: 0 })
  const preflight = await request.fetch('/api/tweets', { method: 'OPTIONS', headers: { Origin: 'https://evil.example' } })
  expect(Object.keys(preflight.headers()).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('a server action takes nothing from another site', async ({ page, me, baseURL }) => {
  const ours = baseURL ?? ''
  await page.goto('/home')
  await composer(page).fill(newText('Mine'))
  const asked = page.waitForRequest((request) => request.method() === 'POST' && Boolean(request.headers()['next-action']))
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  const sent = await asked
  await expect(composer(page)).toHaveValue('')
  const { 'next-action': action = '', 'content-type': type = '', accept = '' } = sent.headers()
  const data = (sent.postDataBuffer() ?? Buffer.from('')).toString('latin1')
  // With a key of its own each time, so that it would be another tweet.
  const again = (path: string, headers: Record<string, string>) =>
    page.request.post(path, {
      headers: { Accept: accept, 'Next-Action': action, 'Content-Type': type, ...headers },
      data: Buffer.from(data.replace(/(key"\r\n\r\n)[\w-]+/, `$1${crypto.randomUUID()}`), 'latin1'),
      maxRedirects: 0,
    })
  const countOfTweets = async () => (await (await page.request.get(`/api/users/${me.username}`)).json()).tweetsCount
  for (const headers of foreign(ours))
    for (const path of ['/home', '/api/docs']) expect((await again(path, headers)).status(), JSON.stringify(headers)).toBe(403)
  expect(await countOfTweets()).toBe(1)
  expect((await again('/home', { Origin: ours })).status()).toBe(200)
  expect((await again('/home', { Origin: ours, 'X-Forwarded-Host': 'evil.example' })).status()).toBe(200)
  expect(await countOfTweets()).toBe(3)
})

test('NextAuth signs nobody in or out for another site', async ({ page, person, login, baseURL }) => {
  const ours = baseURL ?? ''
  const { request } = page
  const me = await person()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const credentials = { csrfToken, json: 'true', username: me.username, password: me.password }
  for (const headers of foreign(ours).slice(1)) {
    const answer = await request.post('/api/auth/callback/credentials', { headers, form: credentials })
    expect(answer.status(), JSON.stringify(headers)).toBe(403)
  }
  await login(me)
  for (const headers of foreign(ours)) {
    const answer = await request.post('/api/auth/signout', { headers, form: { csrfToken, json: 'true' } })
    expect(answer.status(), JSON.stringify(headers)).toBe(403)
  }
  expect(await (await request.get('/api/auth/session')).json()).toMatchObject({ user: { id: me.id } })
  const signOut = {
    headers: { Origin: ours, 'X-Forwarded-Host': 'evil.example' },
    form: { csrfToken, json: 'true', callbackUrl: '/explore' },
  }
  expect(await (await request.post('/api/auth/signout', signOut)).json()).toEqual({ url: `${ours}/explore` })
})
