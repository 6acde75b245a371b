import type { Page } from '@playwright/test'
import { expect, newPassword, newUsername, signIn, test } from '@/e2e/fixtures'
import { type KeptMail, mailsTo, tokenIn } from '@/lib/testing/mail'

const NOJS = { tag: '@nojs' }
const BOTH = { tag: ['@nojs', '@phone'] }

/** The last mail to the address with this subject, which may still be on its way. */
async function mailTo(address: string, subject: string): Promise<KeptMail> {
  const find = () => mailsTo(address).findLast((mail) => mail.subject === subject)
  await expect.poll(() => find()?.subject, `the mail to ${address}`).toBe(subject)
  return find() as KeptMail
}

/** Opens the link in the mail. */
async function follow(page: Page, mail: KeptMail): Promise<void> {
  const url = /https?:\/\/\S+[?]token=\S+/.exec(mail.text)?.[0] ?? ''
  await page.goto(new URL(url).pathname + new URL(url).search)
}

test('a newcomer verifies their address by the link that was mailed', BOTH, async ({ page, me }) => {
  await page.goto('/settings')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Account/ })
    .click()
  await expect(page.getByRole('main')).toContainText(me.email)
  await expect(page.getByRole('main')).toContainText('Not verified yet')
  const first = await mailTo(me.email, 'Is this your email address?')
  await page.getByRole('button', { name: 'Send the mail again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'on its way' })).toBeVisible()
  await expect.poll(() => mailsTo(me.email).length).toBe(2)

  await follow(page, first)
  await page.getByRole('button', { name: 'This address is mine' }).click()
  await expect(page.getByText('This link is not good any more')).toBeVisible()
  const second = mailsTo(me.email).find((mail) => tokenIn(mail) !== tokenIn(first)) as KeptMail
  await follow(page, second)
  // Looking at the page, as programs that check mails do, changes nothing.
  await page.reload()
  await page.getByRole('button', { name: 'This address is mine' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Your email address is verified.' })).toBeVisible()
  await page.getByRole('link', { name: 'Go on to Linnet' }).click()
  await expect(page).toHaveURL('/home')
  await page.goto('/settings/account')
  await expect(page.getByRole('main').getByText('Verified', { exact: true })).toBeVisible()
})

test('who forgot their password chooses a new one, and is signed out everywhere', NOJS, async ({ page, another, person, login }) => {
  const me = await person()
  const there = await another()
  await login(me, there)
  await page.goto('/login')
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  const asked = async (email: string) => {
    await page.getByLabel('Email', { exact: true }).fill(email)
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await expect(page.getByRole('status').filter({ hasText: `If ${email} has an account, a mail` })).toBeVisible()
  }
  await asked(`${newUsername()}@people.example`)
  await asked(me.email)

  const password = newPassword()
  await follow(page, await mailTo(me.email, 'Choose a new password'))
  await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'same-origin')
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/password is too short/)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Your password was changed' })).toBeVisible()
  await there.goto('/home')
  await expect(there).toHaveURL('/login?next=%2Fhome')

  await page.getByRole('main').getByRole('link', { name: 'Go on to sign in' }).click()
  await signIn(page, me.username, me.password)
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible()
  await signIn(page, me.username, password)
  await expect(page).toHaveURL('/home')
  await mailTo(me.email, 'Your password was changed')

  await follow(page, await mailTo(me.email, 'Choose a new password'))
  await page.getByLabel('New password').fill(newPassword())
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('This link is not good any more')).toBeVisible()
})

test('one changes one’s password, and only this sign-in stays', NOJS, async ({ page, another, me, login }) => {
  const there = await another()
  await login(me, there)
  const password = newPassword()
  await page.goto('/settings')
  await page.getByRole('main').getByRole('link', { name: 'Password' }).click()
  const change = async (current: string) => {
    await page.getByLabel('Current password').fill(current)
    await page.getByLabel('New password').fill(password)
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change(newPassword())
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(/The current password is wrong/)
  await change(me.password)
  await expect(page.getByRole('status').filter({ hasText: 'Your password was changed' })).toBeVisible()
  await expect(page.getByLabel('Current password')).toHaveValue('')
  expect(await page.content()).not.toContain(password)
  await page.goto('/home')
  await expect(page).toHaveURL('/home')
  await there.goto('/home')
  await expect(there).toHaveURL('/login?next=%2Fhome')
  await signIn(there, me.username, password)
  await expect(there).toHaveURL('/home')
})

test('one changes one’s address by the link that is mailed to the new one', NOJS, async ({ page, me }) => {
  const email = `${newUsername()}@people.example`
  await page.goto('/settings/account')
  const form = page.getByRole('form', { name: 'Change your email address' })
  const change = async (address: string, password: string) => {
    await form.getByLabel('New email address').fill(address)
    await form.getByLabel('Password').fill(password)
    await form.getByRole('button', { name: 'Change address' }).click()
  }
  await change(email, newPassword())
  await expect(form.getByLabel('Password')).toHaveAccessibleDescription('The password is wrong.')
  await expect(form.getByLabel('New email address')).toHaveValue(email)
  await change(email, me.password)
  await expect(page.getByRole('status').filter({ hasText: `We are mailing a link to ${email}.` })).toBeVisible()
  await mailTo(me.email, 'Your email address is about to change')
  await follow(page, await mailTo(email, 'Your new email address'))
  await page.getByRole('button', { name: 'This address is mine' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'is verified' })).toBeVisible()
  await mailTo(me.email, 'Your email address was changed')
  await page.goto('/settings/account')
  await expect(page.getByRole('main')).toContainText(email)
  await expect(page.getByRole('main').getByText('Verified', { exact: true })).toBeVisible()
})

test('one sees where one is signed in, and signs out there', BOTH, async ({ page, another, me, login }) => {
  const [one, two] = [await another(), await another()]
  await login(me, one)
  await login(me, two)
  await page.goto('/settings')
  await page.getByRole('main').getByRole('link', { name: 'Where you are signed in' }).click()
  const sessions = page.getByRole('main').getByRole('listitem')
  const signOut = page.getByRole('button', { name: /^Sign out of / })
  // The first is the sign-in of the API by which the test made this person.
  await expect(sessions).toHaveCount(4)
  await expect(sessions.filter({ hasText: 'this one' })).toHaveCount(1)
  await expect(sessions.filter({ hasText: 'Last used' })).toHaveCount(4)
  await expect(signOut).toHaveCount(3)
  await signOut.first().click()
  await expect(sessions).toHaveCount(3)
  await two.goto('/home')
  await expect(two, 'the newest was ended').toHaveURL('/login?next=%2Fhome')
  await one.goto('/home')
  await expect(one).toHaveURL('/home')

  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(sessions).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0)
  await one.goto('/home')
  await expect(one).toHaveURL('/login?next=%2Fhome')
  await page.goto('/home')
  await expect(page).toHaveURL('/home')
})
