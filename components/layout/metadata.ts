import type { Metadata } from 'next'

type Card = {
  title: string
  description: string
  path: string
  type?: 'website' | 'article' | 'profile'
  absolute?: boolean
  image?: string
}

/** A page's title, description and address, for search engines and for the card that a link to it becomes. */
export function card({
  title: named,
  description: described,
  path,
  type = 'website',
  absolute = false,
  image = '/opengraph.png',
}: Card): Metadata {
  const [title, description] = [plain(named), plain(described)]
  return {
    title: absolute ? { absolute: title } : title,
    description,
    alternates: { canonical: path },
    openGraph: { title, description, url: path, type, siteName: 'Linnet', images: [{ url: image, width: 1200, height: 630 }] },
    twitter: { card: 'summary_large_image' },
  }
}

/** Without the characters that would turn the direction of what stands around the text. */
function plain(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}
