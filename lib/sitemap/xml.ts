import { addressOf } from '@/lib/addresses'
import { element, type Markup, toDocument } from '@/lib/xml'

/** A page for search engines, and when it last changed, where that is known. */
export type Place = { path: string; changedAt: Date | null }

export const SITEMAP_TYPE = 'application/xml; charset=utf-8'

/** How long search engines may keep it, in seconds. */
export const SITEMAP_GOOD_FOR = 3_600

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** The sitemap whose parts are at these paths (https://www.sitemaps.org/protocol.html#index). */
export function toSitemapIndex(paths: string[]): string {
  return toDocument(element('sitemapindex', NAMESPACE, ...paths.map((path) => element('sitemap', {}, location(path)))))
}

/** A part of the sitemap. */
export function toUrlSet(places: Place[]): string {
  const urls = places.map(({ path, changedAt }) => {
    return element('url', {}, location(path), ...(changedAt ? [element('lastmod', {}, changedAt.toISOString())] : []))
  })
  return toDocument(element('urlset', NAMESPACE, ...urls))
}

function location(path: string): Markup {
  return element('loc', {}, addressOf(path))
}
