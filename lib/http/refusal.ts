import { createHash } from 'node:crypto'
import { REFUSED } from '@/lib/http/form'

/** Why a page is not shown: its status, what a person reads, and headers such as `Retry-After`. */
export type Refusal = { status: number; title: string; text: string; headers?: Record<string, string> }

const STYLE = `:root{color-scheme:light dark;--canvas:#fffdfb;--ink:#231b17;--muted:#675a51;--accent:#b01341}
@media(prefers-color-scheme:dark){:root{--canvas:#16110f;--ink:#f5eee8;--muted:#b7a99e;--accent:#ff8299}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--canvas);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:26rem;padding:2rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}p{margin:0 0 1.5rem;color:var(--muted)}
a{color:var(--accent)}a:focus-visible{outline:2px solid;outline-offset:2px}`

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Answers a page that needs nothing else of the app; to a form that was sent by JavaScript, what the form then says. */
export function refusePage(request: Request, { status, title, text, headers }: Refusal): Response {
  const isAction = request.headers.has('next-action')
  return new Response(isAction ? `${REFUSED}${text}` : page(request, title, text), {
    status,
    headers: {
      'Cache-Control': 'no-store',
      // Next.js hands on the text of exactly this type.
      'Content-Type': isAction ? 'text/plain' : 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      ...headers,
    },
  })
}

function page({ method, url }: Request, title: string, text: string): string {
  const { pathname, search } = new URL(url)
  const again =
    method === 'GET' ? `<p><a href="${escapeHtml(pathname + search)}">Try again</a></p>` : '<p>Go back: what you wrote is still there.</p>'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} · Linnet</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${again}</main></body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
