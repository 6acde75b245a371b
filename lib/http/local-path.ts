/** The path to go to, if it is one of ours: never another origin, whatever the browser makes of backslashes and controls. */
export function localPath(next: string | undefined): string {
  const base = 'http://linnet.invalid'
  if (!next?.startsWith('/') || !URL.canParse(next, base)) return '/home'
  const url = new URL(next, base)
  // "/.//host" is a path here and would name a host when it is read again.
  return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/home'
}
