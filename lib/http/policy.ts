type Site = {
  /** Where people find it: over https everything else comes over https too. */
  appUrl: string
  /** The origins of images that are kept elsewhere. */
  images?: string[]
  /** Hot reload evaluates scripts, writes styles and listens to a socket. */
  development: boolean
}

/**
 * A page's Content-Security-Policy (https://www.w3.org/TR/CSP3/): only scripts that carry this answer's nonce run, and what those load; everything
 * else comes from us. Attributes `style` stay allowed: the server writes the place of each image before it is loaded into one.
 */
export function pagePolicy(nonce: string, { appUrl, images = [], development }: Site): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...images],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    ...(isSecure(appUrl) && { 'upgrade-insecure-requests': [] }),
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** What is data and no page may do nothing at all, wherever it is opened. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Has browsers come over https for the next two years (RFC 6797); only where people use https. */
export function transportHeaders({ appUrl, development }: Site): Record<string, string> {
  return isSecure(appUrl) && !development ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}
}

function isSecure(appUrl: string): boolean {
  return appUrl.startsWith('https:')
}
