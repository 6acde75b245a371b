import type { MetadataRoute } from 'next'

/** What a browser needs to install Linnet (https://www.w3.org/TR/appmanifest/). The format has one colour; pages give one for each scheme. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Linnet',
    short_name: 'Linnet',
    description: 'A small, calm microblog: say it in 250 characters.',
    lang: 'en',
    start_url: '/home',
    scope: '/',
    display: 'standalone',
    background_color: '#fffdfb',
    theme_color: '#fffdfb',
    categories: ['social'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Write a tweet', short_name: 'Compose', url: '/compose' },
      { name: 'Notifications', url: '/notifications' },
    ],
  }
}
