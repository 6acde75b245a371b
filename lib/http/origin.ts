type Ours = { appUrl: string; session: boolean }

/**
 * Whether another site may have caused this write with what a visitor's browser keeps for us. Its Origin must be APP_URL, or the host that the
 * request itself went to, and the browser must not call it cross-site. Every browser sends an Origin with a write: one without it is a
 * program's, and foreign only where it brings a session. For which host a request says that it was forwarded is never believed.
 */
export function isForeign(headers: Headers, { appUrl, session }: Ours): boolean {
  if (headers.get('sec-fetch-site') === 'cross-site') return true
  const origin = headers.get('origin')
  return origin === null ? session : !isOurs(origin, appUrl, headers.get('host'))
}

/** Has Next.js, which asks again whether a form is foreign, come to the same end: it believes this header, whoever wrote it. */
export function tellNext(headers: Headers, appUrl: string): void {
  const origin = headers.get('origin')
  if (origin !== null && !isForeign(headers, { appUrl, session: true })) headers.set('x-forwarded-host', new URL(origin).host)
  else headers.delete('x-forwarded-host')
}

/** A page that came over http may be anybody's on the way; it never speaks for a site that is served over https. */
function isOurs(origin: string, appUrl: string, asked: string | null): boolean {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) return false
  const { host, protocol } = new URL(origin)
  return origin === appUrl || (host === asked && (protocol === 'https:' || (protocol === 'http:' && appUrl.startsWith('http:'))))
}
