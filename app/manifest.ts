import type { MetadataRoute } from 'next'
import { getLanguage, getWords } from '@/lib/http/look'
import { LANGUAGES } from '@/lib/words/languages'

/** What a browser needs to install Linnet (https://www.w3.org/TR/appmanifest/). The format has one colour; pages give one for each scheme. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [language, t] = await Promise.all([getLanguage(), getWords('layout')])
  return {
    id: '/',
    name: 'Linnet',
    short_name: 'Linnet',
    description: t('claim'),
    lang: language,
    dir: LANGUAGES[language].dir,
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
      { name: t('writeTweet'), short_name: t('compose'), url: '/compose' },
      { name: t('notifications'), url: '/notifications' },
    ],
  }
}
