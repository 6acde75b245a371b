/** Every path that pages and endpoints answer, as OpenAPI writes it; a test compares them with the files in app/. */
export const PATTERNS = `
  / /.well-known/security.txt /api/audit /api/auth/forgot-password /api/auth/reset-password /api/auth/revoke /api/auth/sessions
  /api/auth/sessions/{id} /api/auth/token /api/auth/verify-email /api/auth/{nextauth} /api/cron /api/docs /api/hashtags
  /api/hashtags/trending /api/hashtags/{word} /api/hashtags/{word}/follow /api/hashtags/{word}/tweets /api/health /api/media
  /api/media/{id} /api/metrics /api/notifications /api/notifications/read /api/notifications/unread-count /api/openapi.json
  /api/ready /api/reports /api/reports/{id} /api/reports/{id}/resolution /api/search /api/suspensions /api/timelines/home
  /api/timelines/home/new-count /api/timelines/public /api/tweets /api/tweets/{id} /api/tweets/{id}/bookmark /api/tweets/{id}/like
  /api/tweets/{id}/likes /api/tweets/{id}/pin /api/tweets/{id}/quotes /api/tweets/{id}/replies /api/tweets/{id}/retweet
  /api/tweets/{id}/retweets /api/tweets/{id}/thread /api/users /api/users/me /api/users/me/blocks /api/users/me/bookmarks
  /api/users/me/email /api/users/me/hashtags /api/users/me/mutes /api/users/me/password /api/users/me/suggestions
  /api/users/me/verify-email /api/users/{username} /api/users/{username}/block /api/users/{username}/follow
  /api/users/{username}/followers /api/users/{username}/following /api/users/{username}/mute /api/users/{username}/suspension
  /api/users/{username}/tweets /apple-icon.png /bookmarks /cards/tweets/{id} /cards/users/{username} /compose /explore
  /explore/hashtags /explore/people /forgot-password /hashtag/{word} /hashtag/{word}/feed.json /hashtag/{word}/rss.xml
  /hashtag/{word}/top /home /icon.svg /icons/{name} /login /manifest.webmanifest /media/{key} /moderation /moderation/log
  /moderation/resolved /moderation/suspended /notifications /offline /opengraph.png /report /reset-password /robots.txt /search
  /settings /settings/account /settings/appearance /settings/blocks /settings/hashtags /settings/mutes /settings/password /settings/profile
  /settings/sessions /signup /sitemap.xml /sitemap/{kind}/{part} /styleguide /sw.js /verify-email /{username} /{username}/block
  /{username}/feed.json /{username}/followers /{username}/following /{username}/likes /{username}/media /{username}/replies
  /{username}/rss.xml /{username}/status/{id} /{username}/status/{id}/delete /{username}/status/{id}/likes
  /{username}/status/{id}/quotes /{username}/status/{id}/retweets`
  .trim()
  .split(/\s+/)

/** What files are, which are many and much alike. */
const FILES = /^\/(_next\/static|_next)\//

type Known = { pattern: string; segments: string[] }

/** By how many segments they have; those with fewer variables first: what is written out is meant where both fit. */
const known = new Map<number, Known[]>()
for (const pattern of PATTERNS.toSorted((a, b) => a.split('{').length - b.split('{').length)) {
  const segments = pattern.split('/')
  known.set(segments.length, [...(known.get(segments.length) ?? []), { pattern, segments }])
}

/** The pattern that a path is one of, such as `/api/tweets/{id}`, so that a label has few values; `other` for what there is none for. */
export function patternOf(pathname: string): string {
  const file = FILES.exec(pathname)
  if (file) return `/${file[1]}`
  const parts = pathname.split('/')
  const found = known.get(parts.length)?.find(({ segments }) => segments.every((segment, place) => isLike(segment, parts[place])))
  return found?.pattern ?? 'other'
}

function isLike(segment: string, part: string | undefined): boolean {
  return segment.startsWith('{') ? part !== '' : segment === part
}

/** Whether the path is UTF-8 without NUL, percent-encoded; any other is refused before an endpoint or a page sees it. */
export function isText(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}
