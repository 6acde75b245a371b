import { gzipSync } from 'node:zlib'

/**
 * How many bytes of JavaScript a page has a browser load before anybody does anything, compressed: its script elements, and the chunks
 * that the data for React in it names, which the browser loads as soon as it reads of them.
 */
export async function firstLoadOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  const scripts = scriptsOf(await answer.text()).map((source) => new URL(source, url).href)
  const sizes = await Promise.all(scripts.map(sizeOf))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The paths of the scripts that a page of Next.js loads at once, without what only browsers of old load. */
function scriptsOf(html: string): string[] {
  const old = [...html.matchAll(/<script[^>]*\bnomodule\b[^>]*>/gi)].join()
  const named = html.match(/\/_next\/static\/[\w./~-]+\.js\b/g) ?? []
  return [...new Set(named)].filter((path) => !old.includes(path))
}

async function sizeOf(url: string): Promise<number> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return gzipSync(await answer.bytes()).length
}
