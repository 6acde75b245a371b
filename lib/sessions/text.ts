import type { Key } from '@/lib/words/catalogue'
import type { Words } from '@/lib/words/words'

const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPiOS\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bHeadlessChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

/** What has an article where something is done with it. */
const DEVICES = ['iPhone', 'iPad', 'Mac'] as const

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** What somebody signed in with, in plain words: "Firefox on Windows", or the name of a program. What cannot be told is said to be unknown. */
export function deviceIn(userAgent: string | null, t: Words<Key<'settings'>>): string {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const [browser, system] = [named(BROWSERS), named(SYSTEMS)]
  const device = DEVICES.find((name) => name === system)
  if (browser && system) return t('device.on', { browser, system: device ? t(`system.${device}`) : system })
  if (browser) return browser
  const program = /^([A-Za-z][\w.-]{1,29})(?:\/|$)/.exec(userAgent ?? '')?.[1]
  if (program && program !== 'Mozilla') return program
  return system ? t('device.with', { system }) : t('device.unknown')
}
