import { gzipSync } from 'node:zlib'

/** How many bytes of JavaScript a page has a browser load before it can be used, compressed. */
export async function firstLoadOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const html = await (await fetch(url, { headers })).text()
  const sources = [...html.matchAll(/<script[^>]+src="([^"]+)"([^>]*)/g)].filter(([whole]) => !/\bnomodule\b/i.test(whole))
  const scripts = [...new Set(sources.map(([, source = '']) => new URL(source.replaceAll('&amp;', '&'), url).href))]
  const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await (await fetch(script)).bytes()).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}
