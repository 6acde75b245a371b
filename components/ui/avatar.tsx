import { cn } from '@/components/ui/cn'

type Props = { username: string; name: string; url: string | null; size?: keyof typeof SIZES; className?: string }

const SIZES = {
  tiny: { box: 'size-5 text-xs', pixels: 20 },
  small: { box: 'size-8 text-sm', pixels: 32 },
  medium: { box: 'size-10 text-base', pixels: 40 },
  large: { box: 'size-20 text-3xl sm:size-24', pixels: 96 },
}

const PLUMAGE = [
  'bg-plumage-1',
  'bg-plumage-2',
  'bg-plumage-3',
  'bg-plumage-4',
  'bg-plumage-5',
  'bg-plumage-6',
  'bg-plumage-7',
  'bg-plumage-8',
]

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A person's picture, or their initial on a colour that is always theirs. Decorative: the name stands beside it. */
export function Avatar({ username, name, url, size = 'medium', className }: Props) {
  const { box, pixels } = SIZES[size]
  const look = cn('shrink-0 select-none rounded-full object-cover', box, className)
  if (url) return <img src={url} alt="" width={pixels} height={pixels} loading="lazy" decoding="async" className={cn(look, 'block')} />
  return (
    <span aria-hidden="true" className={cn(look, 'grid place-items-center overflow-hidden font-semibold text-white', plumageOf(username))}>
      {initialOf(name, username)}
    </span>
  )
}

function plumageOf(username: string): string {
  const sum = [...username.toLowerCase()].reduce((hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 7)
  return PLUMAGE[sum % PLUMAGE.length] ?? ''
}

/** The name's first letter, digit or emoji; of a name with none of them, the username's. */
function initialOf(name: string, username: string): string {
  const seen = [...segmenter.segment(name)]
    .map(({ segment }) => segment)
    .find((segment) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment))
  return (seen ?? username.charAt(0)).toLocaleUpperCase('en')
}
