type Site = { appUrl: string; contact?: string | undefined; now: Date }

const DAY = 24 * 60 * 60 * 1000
const GOOD_FOR_DAYS = 90

/**
 * How to tell the owner of this Linnet of a weakness (RFC 9116). It is written when it is asked for, so that it expires only once nobody runs the
 * server any more. An owner who names nobody is reached at the mailbox that every domain is to have for this (RFC 2142 §4).
 */
export function securityTxt({ appUrl, contact, now }: Site): string {
  const expires = new Date(Math.ceil(now.getTime() / DAY) * DAY + GOOD_FOR_DAYS * DAY)
  return [
    `Contact: ${contact ?? `mailto:security@${new URL(appUrl).hostname}`}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${appUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
