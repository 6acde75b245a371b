import './globals.css'
import type { Metadata, Viewport } from 'next'
import { fonts } from '@/app/fonts'
import { BrowserWords } from '@/components/layout/browser-words'
import { card } from '@/components/layout/metadata'
import { Navigation } from '@/components/layout/navigation'
import { Announcer } from '@/components/ui/announcer'
import { env } from '@/lib/env'
import { getAppearance, getLanguage, getWords } from '@/lib/http/look'
import { LANGUAGES } from '@/lib/words/languages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords('layout')
  const description = t('claim')
  return {
    ...card({ title: 'Linnet', description, path: '/' }),
    metadataBase: new URL(env.APP_URL),
    title: { default: 'Linnet', template: '%s · Linnet' },
    alternates: undefined,
  }
}

const CANVAS = { light: '#fffdfb', dark: '#16110f' }

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await getAppearance()
  const bySystem = [
    { media: '(prefers-color-scheme: light)', color: CANVAS.light },
    { media: '(prefers-color-scheme: dark)', color: CANVAS.dark },
  ]
  return { viewportFit: 'cover', themeColor: theme === 'system' ? bySystem : CANVAS[theme] }
}

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  const [language, { theme, contrast, accent, text, density, keys }, t] = await Promise.all([
    getLanguage(),
    getAppearance(),
    getWords('layout'),
  ])
  return (
    <html
      lang={language}
      dir={LANGUAGES[language].dir}
      data-theme={unless('system', theme)}
      data-contrast={unless('system', contrast)}
      data-accent={unless('linnet', accent)}
      data-text={unless('medium', text)}
      data-density={unless('comfortable', density)}
      data-keys={unless('on', keys)}
      className={fonts}
    >
      <body>
        <a
          href="#main"
          className="fixed start-3 top-3 z-50 -translate-y-24 rounded-full bg-ink px-5 py-2.5 font-semibold text-canvas focus-visible:translate-y-0 focus-visible:rounded-full"
        >
          {t('skip')}
        </a>
        {children}
        <BrowserWords />
        <Announcer />
        <Navigation />
      </body>
    </html>
  )
}

/** The value for an attribute, which is left out where it is as it is anyway. */
function unless<T extends string>(usual: T, value: T): T | undefined {
  return value === usual ? undefined : value
}
