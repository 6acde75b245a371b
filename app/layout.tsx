import './globals.css'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { card } from '@/components/layout/metadata'
import { Announcer } from '@/components/ui/announcer'
import { env } from '@/lib/env'

export function generateMetadata(): Metadata {
  const description = 'A small, calm microblog: say it in 250 characters.'
  return {
    ...card({ title: 'Linnet', description, path: '/' }),
    metadataBase: new URL(env.APP_URL),
    title: { default: 'Linnet', template: '%s · Linnet' },
    alternates: undefined,
  }
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdfb' },
    { media: '(prefers-color-scheme: dark)', color: '#16110f' },
  ],
}

export default function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body>
        <a
          href="#main"
          className="fixed start-3 top-3 z-50 -translate-y-24 rounded-full bg-ink px-5 py-2.5 font-semibold text-canvas focus-visible:translate-y-0 focus-visible:rounded-full"
        >
          Skip to content
        </a>
        {children}
        <Announcer />
      </body>
    </html>
  )
}
