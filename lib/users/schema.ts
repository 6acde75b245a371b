import { z } from 'zod'
import { isBlank, text } from '@/lib/text'

/** Words that are routes or would mislead, in lower case; nobody can be called so. */
const RESERVED = new Set(
  `about account accounts admin administrator ads analytics anonymous api app apps auth blog bookmarks cards careers compose contact cookies create dashboard delete deleted dev developer
  developers discover docs download edit email error everyone explore faq favicon favorites feed feeds follow followers following friends hashtag hashtags help home image images index info
  invite jobs legal like likes linnet list lists login logout logo mail manifest media mention mentions messages me moderator moderation mute muted new news notifications null oauth
  offline official oembed password policy post posts press privacy profile public register report root rss safety sandbox search security sessions settings share signin signout signup
  sitemap _next health ready reset robots session uploads static staff status statuses stories styleguide superuser support system tag tags team terms test timeline timelines tos trending trends tweet tweets undefined unfollow
  user username users verified verify webmaster well_known welcome www you`.split(/\s+/),
)

export const username = z
  .string({ error: 'username must be text.' })
  .regex(/^[A-Za-z0-9_]{3,20}$/, { error: 'username must be 3 to 20 letters (A to Z), digits or underscores.' })
  .refine((name) => !RESERVED.has(name.toLowerCase()), {
    error: 'This username is reserved. Choose another.',
    params: { code: 'reserved' },
  })
  .meta({ type: 'string', pattern: '^[A-Za-z0-9_]{3,20}$', example: 'ada' })

/** True for what could be somebody's username, in any case. */
export function isUsername(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_]{3,20}$/.test(value)
}

export const email = z
  .string({ error: 'email must be text.' })
  .transform((address) => address.trim().toLowerCase())
  .pipe(
    z
      .email({ error: 'email must be an address such as ada@example.org.' })
      .max(254, { error: 'email is too long: at most 254 characters.' }),
  )
  .meta({ type: 'string', format: 'email', maxLength: 254 })

const name = text('name', 50)
  .refine((value) => !isBlank(value), { error: 'name must not be empty.', params: { code: 'blank' } })
  .refine((value) => !value.includes('\n'), { error: 'name must be one line.', params: { code: 'multiline' } })

/** An http(s) URL as its author typed it but for the scheme: in lower case, and `https://` put before a bare domain. */
const website = z
  .string({ error: 'website must be text.' })
  .transform((url) => url.trim())
  .transform((url) => (url === '' || /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`))
  .transform((url) => url.replace(/^https?:/i, (scheme) => scheme.toLowerCase()))
  .refine((url) => url === '' || isWebsite(url), {
    error: 'website must be an http or https address such as https://example.org.',
    params: { code: 'invalid_url' },
  })
  .meta({ type: 'string', format: 'uri', maxLength: 200 })

function isWebsite(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  const isHost = parsed !== null && /^[^.]+(\.[^.]+)+$/.test(parsed.hostname)
  return isHost && /^https?:\/\//.test(url) && url.length <= 200 && !/[\s\p{C}"<>]/u.test(url) && !parsed.username && !parsed.password
}

export const signUpInput = z
  .strictObject({
    username,
    email,
    password: z.string({ error: 'password must be text.' }).meta({ minLength: 8, maxLength: 128 }),
    name: name.optional(),
  })
  .meta({ id: 'SignUp', description: 'Without `name`, the username is shown.' })

const mediaId = (field: string) =>
  z
    .uuid({ error: `${field} must be the id of an image.` })
    .transform((id) => id.toLowerCase())
    .meta({ type: 'string', format: 'uuid' })
    .nullish()

/** Null or empty text clears a field; a field left out stays as it is. */
export const profileInput = z
  .strictObject({
    name: name.optional(),
    bio: text('bio', 160).nullish(),
    location: text('location', 30).nullish(),
    website: website.nullish(),
    avatarMediaId: mediaId('avatarMediaId'),
    bannerMediaId: mediaId('bannerMediaId'),
  })
  .meta({ id: 'ProfileEdit', description: 'Fields left out stay as they are; null or empty text clears one.' })

export const deleteAccountInput = z
  .strictObject({ password: z.string({ error: 'password must be text.' }) })
  .meta({ id: 'AccountDeletion' })

export const userSummaryView = z
  .object({ id: z.uuid(), username: z.string(), name: z.string(), avatarUrl: z.string().nullable() })
  .meta({ id: 'UserSummary' })

const userViewer = z
  .object({ following: z.boolean(), followedBy: z.boolean(), blocking: z.boolean(), muting: z.boolean() })
  .meta({ id: 'UserViewer', description: 'How you and they stand; null when nobody is signed in.' })

export const userView = userSummaryView
  .extend({
    bio: z.string().nullable(),
    location: z.string().nullable(),
    website: z.string().nullable(),
    bannerUrl: z.string().nullable(),
    createdAt: z.iso.datetime(),
    followersCount: z.int(),
    followingCount: z.int(),
    tweetsCount: z.int(),
    viewer: userViewer.nullable(),
  })
  .meta({ id: 'User' })

export const meView = userView
  .extend({ email: z.string(), emailVerified: z.boolean(), unreadNotificationsCount: z.int() })
  .meta({ id: 'Me' })

export type UserSummary = z.output<typeof userSummaryView>
export type User = z.output<typeof userView>
export type Me = z.output<typeof meView>
