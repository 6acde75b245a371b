import type { Page } from '@playwright/test'
import { ask } from '@/scripts/database'
import { someAddress } from '@/scripts/screens/people'
import type { Member, World } from '@/scripts/screens/world'

/** Something that one can see of Linnet. */
export type Screen = {
  name: string
  path: string | ((world: World) => string | Promise<string>)
  /** Who looks. */
  who: Member | 'visitor'
  /** What is done before it is there. */
  before?: (page: Page, world: World) => Promise<void>
  /** What the browser asks for; English where it is not said. */
  language?: 'de' | 'ar'
  /** What was chosen under Appearance, as its cookie says it. */
  appearance?: string
  /** Only where there is room and a mouse. */
  desk?: true
  /** Only where nobody else uses the database. */
  alone?: true
  /** Too like another one to be pictured. */
  alike?: true
}

type More = Omit<Screen, 'name' | 'path' | 'who'>

const screen =
  (who: Screen['who']) =>
  (name: string, path: Screen['path'], more: More = {}): Screen => ({ name, path, who, ...more })
const visitor = screen('visitor')
const mine = screen('me')
const newcomer = screen('newcomer')
const moderator = screen('moderator')

const OF_VISITORS: Screen[] = [
  visitor('landing', '/'),
  visitor('sign up', '/signup'),
  visitor('sign up, with mistakes', '/signup', { before: signUpBadly }),
  visitor('sign in', '/login'),
  visitor('forgotten password', '/forgot-password'),
  visitor('new password', '/reset-password?token=x'),
  visitor('address verified', '/verify-email?token=x'),
  visitor('explore, visitor', '/explore', { alike: true }),
  visitor('search, visitor', '/search?q=linnet&tab=latest', { alike: true }),
  visitor('search, empty', '/search'),
  visitor('hashtag, visitor', '/hashtag/dawnchorus', { alike: true }),
  visitor('hashtag, nobody used it', '/hashtag/nobody_used_this'),
  visitor('all hashtags', '/explore/hashtags'),
  visitor('profile, visitor', '/ada'),
  visitor('profile, replies, visitor', '/ada/replies', { alike: true }),
  visitor('followers, visitor', '/ada/followers', { alike: true }),
  visitor('tweet, visitor', ({ answered }) => answered),
  visitor('stale link', '/explore?cursor=nowhere'),
  visitor('person not found', '/nobody_is_called_so'),
  visitor('not found', '/nobody-is-here/at/all'),
  visitor('offline', '/offline'),
  visitor('too many requests', '/offline', { before: askTooOften }),
  visitor('API documentation', '/api/docs'),
]

const OF_THE_SIGNED_IN: Screen[] = [
  mine('home', '/home'),
  newcomer('home, empty', '/home'),
  mine('home, German', '/home', { language: 'de' }),
  mine('home, Arabic', '/home', { language: 'ar' }),
  mine('home, more contrast, larger text', '/home', { appearance: 'contrast-more.text-larger' }),
  mine('explore', '/explore'),
  mine('people to follow', '/explore/people'),
  mine('search', '/search?q=linnet&tab=latest'),
  mine('search, people', '/search?q=a&tab=people'),
  mine('search, nothing found', '/search?q=xyzzy'),
  mine('hashtag', '/hashtag/dawnchorus'),
  mine('profile', ({ me }) => `/${me}`),
  mine('profile, replies', ({ me }) => `/${me}/replies`),
  mine('profile, media', ({ me }) => `/${me}/media`),
  mine('profile, likes', ({ me }) => `/${me}/likes`),
  mine('profile, Arabic', ({ me }) => `/${me}`, { language: 'ar' }),
  mine('profile, somebody else', ({ friend }) => `/${friend}`),
  mine('profile, long words', ({ long }) => `/${long}`),
  mine('followers', ({ me }) => `/${me}/followers`),
  mine('following', ({ me }) => `/${me}/following`),
  mine('block', '/tui/block'),
  mine('tweet', ({ answered }) => answered),
  mine('tweet, deep thread', ({ deep }) => deep),
  mine('tweet, deep thread, from its start', ({ asked }) => asked),
  mine('tweet, 250 emoji', ({ emoji }) => emoji),
  mine('tweet, 20 hashtags', ({ hashtags }) => hashtags),
  mine('tweet, right to left', ({ rightToLeft }) => rightToLeft),
  mine('tweet, endless words', ({ endless }) => endless),
  mine('tweet, portrait and panorama', ({ pictured }) => pictured),
  mine('lightbox', ({ pictured }) => pictured, { before: openImage }),
  mine('likes of a tweet', ({ quoted }) => `${quoted}/likes`),
  mine('retweets of a tweet', ({ quoted }) => `${quoted}/retweets`),
  mine('quotes of a tweet', ({ quoted }) => `${quoted}/quotes`),
  mine('delete', ({ quoted }) => `${quoted}/delete`),
  mine('deleted', ({ write }) => write('Said too soon.'), { before: deleteTweet }),
  mine('report', '/report?user=tui'),
  mine('compose', '/compose'),
  mine('compose, dialog', '/home', { before: openComposer }),
  mine('reply, dialog', ({ answered }) => answered, { before: openReply }),
  mine('quote, dialog', ({ answered }) => answered, { before: openQuote }),
  mine('notifications', '/notifications'),
  newcomer('notifications, empty', '/notifications'),
  mine('bookmarks', '/bookmarks'),
  newcomer('bookmarks, empty', '/bookmarks'),
  mine('settings', '/settings'),
  mine('settings, profile', '/settings/profile'),
  mine('settings, account', '/settings/account'),
  mine('settings, password', '/settings/password'),
  mine('settings, sessions', '/settings/sessions'),
  mine('settings, blocks', '/settings/blocks'),
  mine('settings, mutes', '/settings/mutes'),
  mine('settings, hashtags', '/settings/hashtags'),
  mine('settings, appearance', '/settings/appearance'),
  mine('shortcuts', '/home', { before: openShortcuts }),
  mine('hover card', ({ answered }) => answered, { before: hoverPerson, desk: true }),
  mine('error', '/settings', { before: breakBookmarks, alone: true }),
  moderator('moderation', '/moderation'),
  moderator('moderation, resolved', '/moderation/resolved'),
  moderator('moderation, suspended', '/moderation/suspended'),
  moderator('moderation, log', '/moderation/log'),
]

/** Every screen: what is pictured, and what has to be in order. */
export const SCREENS: Screen[] = [...OF_VISITORS, ...OF_THE_SIGNED_IN]

/** Shows the screen in a browser that need not have shown another one of the same person before. */
export async function open(page: Page, world: World, { path, who, before, language, appearance }: Screen, from: string): Promise<void> {
  const cookie = who === 'visitor' ? null : world.cookies[who]
  const look = appearance && { name: 'linnet.appearance', value: appearance, url: world.address }
  await page.context().clearCookies()
  await page.context().addCookies([cookie, look].flatMap((one) => one || []))
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': from, ...(language && { 'Accept-Language': language }) })
  await page.goto(typeof path === 'string' ? path : await path(world))
  await before?.(page, world)
}

/** Waits until what comes after the page is there too: what links in it open in front of it, and what its keys do. */
async function takenOver(page: Page) {
  await page.getByRole('dialog', { name: 'Keyboard shortcuts', includeHidden: true }).waitFor({ state: 'attached' })
}

async function signUpBadly(page: Page) {
  await page.getByLabel('Name', { exact: true }).fill('Robin')
  await page.getByLabel('Username').fill('no way!')
  await page.getByLabel('Email').fill('nowhere')
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.locator('[aria-invalid="true"]').first().waitFor()
}

async function askTooOften(page: Page, world: World) {
  world.spent ??= spend(world.address)
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': await world.spent })
  await page.goto('/explore')
  await page.getByRole('heading', { name: 'A moment, please' }).waitFor()
}

/** Asks for all that a visitor may ask for; answers from where. */
async function spend(address: string): Promise<string> {
  const from = someAddress()
  const ask = () => fetch(`${address}/api/notifications`, { method: 'HEAD', headers: { 'X-Forwarded-For': from } })
  for (let asked = 0; asked < 300; asked += 20) await Promise.all(Array.from({ length: 20 }, ask))
  return from
}

async function openImage(page: Page) {
  await takenOver(page)
  await page.locator('main article a[data-image]').last().click()
  await page.getByRole('dialog', { name: 'Images' }).waitFor()
}

async function deleteTweet(page: Page) {
  await takenOver(page)
  await page.getByRole('button', { name: 'More about this tweet' }).first().click()
  await page.getByRole('link', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}

async function openComposer(page: Page) {
  await takenOver(page)
  await page.getByRole('link', { name: 'Tweet', exact: true }).locator('visible=true').click()
  await page.locator('dialog[open]').getByRole('textbox').waitFor()
}

async function openReply(page: Page) {
  await takenOver(page)
  await page
    .getByRole('region', { name: 'Replies' })
    .getByRole('link', { name: /^Reply/ })
    .first()
    .click()
  await page.locator('dialog[open]').getByRole('textbox').waitFor()
}

async function openQuote(page: Page) {
  await takenOver(page)
  await page
    .getByRole('button', { name: /^Retweet/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Quote', exact: true }).click()
  await page.locator('dialog[open]').getByRole('textbox').waitFor()
}

async function openShortcuts(page: Page) {
  await takenOver(page)
  await page.keyboard.press('?')
}

async function hoverPerson(page: Page) {
  await takenOver(page)
  await page.locator('main article [data-person]').first().hover()
  await page.locator('a[data-hover-card]').waitFor()
}

/** Has the database not know bookmarks for a moment. */
async function breakBookmarks(page: Page, { database = '' }: World) {
  await ask(database, 'ALTER TABLE bookmarks RENAME TO mislaid')
  try {
    await page.goto('/bookmarks')
    await page.getByText('Something went wrong on our side').waitFor()
  } finally {
    await ask(database, 'ALTER TABLE mislaid RENAME TO bookmarks')
  }
}
