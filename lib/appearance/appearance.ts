import { z } from 'zod'
import { OFFERED_LANGUAGES } from '@/lib/words/languages'

/** What one may choose of how Linnet looks, and what it is where one chooses nothing: what the system or the browser says, or Linnet's own. */
const CHOICES = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  accent: ['linnet', 'moss', 'sky', 'plum'],
  text: ['small', 'medium', 'large', 'larger'],
  density: ['comfortable', 'compact'],
  keys: ['on', 'off'],
  language: ['system', ...OFFERED_LANGUAGES],
} as const

const DEFAULTS = {
  theme: 'system',
  contrast: 'system',
  accent: 'linnet',
  text: 'medium',
  density: 'comfortable',
  keys: 'on',
  language: 'system',
} as const

export const appearanceSchema = z.object({
  theme: z.enum(CHOICES.theme),
  contrast: z.enum(CHOICES.contrast),
  accent: z.enum(CHOICES.accent),
  text: z.enum(CHOICES.text),
  density: z.enum(CHOICES.density),
  keys: z.enum(CHOICES.keys),
  language: z.enum(CHOICES.language).default(DEFAULTS.language),
})

/** How Linnet looks to somebody. */
export type Appearance = z.infer<typeof appearanceSchema>

export type AppearanceField = keyof Appearance

export { CHOICES as APPEARANCE_CHOICES, DEFAULTS as DEFAULT_APPEARANCE }

/** Reads what `writeAppearance` wrote. Whatever is missing or none of the choices is as if nothing was chosen; nothing is ever refused. */
export function readAppearance(text = ''): Appearance {
  const chosen = new Map(text.split('.').map((part) => [part.slice(0, part.indexOf('-')), part.slice(part.indexOf('-') + 1)]))
  const valid = Object.entries(appearanceSchema.shape).flatMap(([field, schema]) => {
    const result = schema.safeParse(chosen.get(field))
    return result.success ? [[field, result.data]] : []
  })
  return { ...DEFAULTS, ...Object.fromEntries(valid) }
}

/**
 * The appearance as a cookie's value, in letters that stay as they are there: `theme-dark.accent-moss`. Only what differs from the
 * defaults is named, in one order, so that the same is always written the same.
 */
export function writeAppearance(appearance: Appearance): string {
  const fields = Object.keys(DEFAULTS) as AppearanceField[]
  const named = fields.filter((field) => appearance[field] !== DEFAULTS[field])
  return named.map((field) => `${field}-${appearance[field]}`).join('.')
}
