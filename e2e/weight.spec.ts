import { firstLoadOf } from '@/scripts/bench/first-load'
import { expect, pathOf, test } from './fixtures'

/** What a page with nothing in it loads, built by Next.js 16.4.6; `npm run bench` measures it. Another Next.js may weigh something else. */
const BARE_BYTES = 134_904

/** A tenth more, as the benchmark rounds it. */
const OURS_BELOW = 1.105

test('no page loads much more JavaScript than one with nothing in it', async ({ page, baseURL, me, tweet }) => {
  const posted = await tweet(me, 'What does a #feather weigh?')
  const cookies = await page.context().cookies()
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const visited = ['/', '/login', '/signup']
  const used = [
    '/home',
    '/explore',
    '/search?q=feather',
    '/hashtag/feather',
    '/notifications',
    '/bookmarks',
    '/compose',
    '/settings/profile',
  ]
  const weigh = async (path: string, headers: Record<string, string>) => {
    const bytes = await firstLoadOf(`${baseURL}${path}`, headers)
    expect(bytes / BARE_BYTES, `${path} loads ${bytes} bytes`).toBeLessThan(OURS_BELOW)
  }
  await Promise.all(visited.map((path) => weigh(path, {})))
  await Promise.all([...used, `/${me.username}`, pathOf(posted)].map((path) => weigh(path, { Cookie })))
})
