import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

const DEVELOPS = process.env.NODE_ENV !== 'production'

export const metadata: Metadata = DEVELOPS ? { title: 'Style guide', robots: { index: false } } : {}

/** Everything that pages are made of, in every state, while one develops. A production build holds nothing of it and finds no such page. */
export default async function StyleguidePage() {
  // Said once more, since only what is asked right here is left out of the build.
  if (process.env.NODE_ENV !== 'production') {
    const { Styleguide } = await import('@/components/styleguide/styleguide')
    return <Styleguide />
  }
  notFound()
}
