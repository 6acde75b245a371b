import type { Metadata } from 'next'

type Card = { title: string; description: string; path: string; type?: 'website' | 'article' | 'profile'; absolute?: boolean }

/** A page's title, description and address, for search engines and for the card that a link to it becomes. */
export function card({ title, description, path, type = 'website', absolute = false }: Card): Metadata {
  return {
    title: absolute ? { absolute: title } : title,
    description,
    alternates: { canonical: path },
    openGraph: { title, description, url: path, type, siteName: 'Linnet', images: ['/opengraph.png'] },
    twitter: { card: 'summary_large_image' },
  }
}
