import type { Config } from 'tailwindcss'

/** The roles that colours play. Their values, light, dark and with more contrast, stand in app/globals.css. */
const roles = [
  'canvas',
  'surface',
  'line',
  'line-strong',
  'ink',
  'ink-muted',
  'accent',
  'accent-strong',
  'accent-soft',
  'accent-ink',
  'danger',
  'success',
  'focus',
]

/** Backgrounds of avatars without a picture; white text is readable on each. */
const plumage = { 1: '#9f1239', 2: '#9a3412', 3: '#854d0e', 4: '#3f6212', 5: '#115e59', 6: '#1e4f8a', 7: '#5b3a94', 8: '#86307a' }

/** Geist by its parts (app/fonts.ts); the last one brings the font of its measures that stands in for it. */
const geist = ['latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese', 'latin'].map((part) => `var(--font-${part})`)

export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    extend: {
      colors: { ...Object.fromEntries(roles.map((role) => [role, `var(--${role})`])), plumage },
      fontFamily: { sans: [...geist, 'system-ui', 'sans-serif', 'Noto Color Emoji', 'Apple Color Emoji'] },
      fontSize: { base: ['0.9375rem', '1.5rem'], field: ['1rem', '1.5rem'], lg: ['1.0625rem', '1.6rem'], xl: ['1.25rem', '1.875rem'] },
      maxWidth: { column: '37.5rem', shell: '78rem' },
      width: { rail: '4.5rem', 'rail-wide': '15.5rem', aside: '20rem' },
      spacing: { touch: '2.75rem', room: 'var(--room)', tabs: 'calc(3.25rem + env(safe-area-inset-bottom))' },
    },
  },
} satisfies Config
