import robotsParser from 'robots-parser'
import { expect, it } from 'vitest'
import { robotsTxt } from '@/lib/http/robots-txt'

const SITE = 'https://linnet.example'
const robots = robotsParser(`${SITE}/robots.txt`, robotsTxt(SITE))

it.each([
  '/',
  '/explore',
  '/ada',
  '/ada/likes',
  '/ada/status/019a4b5c-6d7e-7f80-8123-456789abcdef',
  '/hashtag/linnet/top',
  '/ada?cursor=x',
  '/api/docs',
  '/ada/rss.xml',
  '/sitemap/people/x.xml',
  '/cards/users/ada',
  '/media/x',
  // People who are called nearly like a page.
  '/homer',
  '/reporter/status/x',
  '/settings_',
  '/apiary',
])('%s may be gathered', (path) => {
  expect(robots.isAllowed(SITE + path, 'anybot')).toBe(true)
})

it.each([
  '/settings',
  '/settings/profile',
  '/compose',
  '/compose?replyTo=x',
  '/search?q=x',
  '/api/tweets',
  '/api/openapi.json',
  '/home',
  '/home?cursor=x',
  '/bookmarks',
  '/notifications',
  '/moderation/log',
  '/report?user=ada',
  '/ada/block',
  '/ada/status/x/delete',
])('%s may not', (path) => {
  expect(robots.isAllowed(SITE + path, 'anybot')).toBe(false)
})

it('names the sitemap', () => {
  expect(robots.getSitemaps()).toEqual([`${SITE}/sitemap.xml`])
})
