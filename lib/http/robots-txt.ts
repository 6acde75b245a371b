/** What is of one person only, or does something. Of each the page itself, what lies below it, and it with a query; never who is called alike. */
const NOT_PUBLIC = [
  'api',
  'bookmarks',
  'compose',
  'home',
  'moderation',
  'notifications',
  'report',
  'reset-password',
  'settings',
  'verify-email',
]

/** What programs that gather pages may ask for (RFC 9309): everything public, found by the sitemap. */
export function robotsTxt(appUrl: string): string {
  const rules = [
    ...NOT_PUBLIC.flatMap((word) => [`Disallow: /${word}$`, `Disallow: /${word}/`, `Disallow: /${word}?`]),
    'Allow: /api/docs$',
    'Disallow: /search?',
    'Disallow: /*/block$',
    'Disallow: /*/status/*/delete$',
  ]
  return ['User-agent: *', ...rules, '', `Sitemap: ${appUrl}/sitemap.xml`, ''].join('\n')
}
