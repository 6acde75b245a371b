import type { Metadata } from 'next'
import { undirected } from '@/lib/text'

type Card = {
  title: string
  description: string
  path: string
  type?: 'website' | 'article' | 'profile'
  absolute?: boolean
  image?: string
  /** What the image shows. */
  alt?: string
  /** When it was written, in ISO 8601. */
  publishedTime?: string
  /** Where it can be followed: `rss.xml` and `feed.json` lie below this path. */
  feeds?: string
}

/** A page's title, description and address, for search engines and for the card that a link to it becomes. */
export function card({
  title: named,
  description: described,
  path,
  type = 'website',
  absolute = false,
  image = '/opengraph.png',
  alt = 'Linnet',
  publishedTime,
  feeds,
}: Card): Metadata {
  const [title, description] = [undirected(named), undirected(described)]
  return {
    title: absolute ? { absolute: title } : title,
    description,
    alternates: { canonical: path, ...(feeds && { types: toTypes(feeds, title) }) },
    openGraph: {
      title,
      description,
      url: path,
      siteName: 'Linnet',
      images: [{ url: image, width: 1200, height: 630, alt: undirected(alt) }],
      ...(type === 'article' && publishedTime ? { type, publishedTime } : { type }),
    },
    twitter: { card: 'summary_large_image' },
  }
}

/** The page's feeds, as browsers and readers look for them (https://www.rssboard.org/rss-autodiscovery). */
function toTypes(path: string, title: string) {
  return {
    'application/rss+xml': [{ url: `${path}/rss.xml`, title: `${title} (RSS)` }],
    'application/feed+json': [{ url: `${path}/feed.json`, title: `${title} (JSON Feed)` }],
  }
}
