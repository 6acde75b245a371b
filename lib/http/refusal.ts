import { createHash } from 'node:crypto'
import { APPEARANCE_COOKIE } from '@/lib/appearance/cookie'
import { languageOf } from '@/lib/appearance/shown'
import { REFUSED } from '@/lib/http/form'
import { readCookie } from '@/lib/http/who'
import { type Key, wordsIn } from '@/lib/words/catalogue'
import { LANGUAGES, type Language } from '@/lib/words/languages'
import type { Words } from '@/lib/words/words'

type ErrorWords = Words<Key<'errors'>>

/** Why a page is not shown: its status, what a person reads, and headers such as `Retry-After`. */
export type Refusal = {
  status: number
  title: Key<'errors'>
  text: Key<'errors'> | ((t: ErrorWords) => string)
  headers?: Record<string, string>
}

const STYLE = `:root{color-scheme:light dark;--canvas:#fffdfb;--ink:#231b17;--muted:#675a51;--accent:#b01341}
@media(prefers-color-scheme:dark){:root{--canvas:#16110f;--ink:#f5eee8;--muted:#b7a99e;--accent:#ff8299}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--canvas);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:26rem;padding:2rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}p{margin:0 0 1.5rem;color:var(--muted)}
a{color:var(--accent)}a:focus-visible{outline:2px solid;outline-offset:2px}`

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Answers a page that needs nothing else of the app; to a form that was sent by JavaScript, what the form then says. */
export function refusePage(request: Request, { status, title, text, headers }: Refusal): Response {
  const isAction = request.headers.has('next-action')
  const language = languageIn(request.headers)
  const t = wordsIn(language, 'errors')
  const said = typeof text === 'function' ? text(t) : t(text)
  return new Response(isAction ? `${REFUSED}${said}` : page(request, { language, title: t(title), text: said }), {
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

function languageIn(headers: Headers): Language {
  return languageOf(readCookie(headers.get('cookie') ?? '', APPEARANCE_COOKIE.name), headers.get('accept-language'))
}

type Shown = { language: Language; title: string; text: string }

function page({ method, url }: Request, { language, title, text }: Shown): string {
  const { pathname, search } = new URL(url)
  const t = wordsIn(language, 'errors')
  const again =
    method === 'GET'
      ? `<p><a href="${escapeHtml(pathname + search)}">${escapeHtml(t('refused.again'))}</a></p>`
      : `<p>${escapeHtml(t('refused.back'))}</p>`
  return `<!doctype html><html lang="${language}" dir="${LANGUAGES[language].dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} · Linnet</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${again}</main></body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
