'use client'

import { ArrowDown, ArrowUp, type IconNode, RotateCw, X } from 'lucide'
import { type ComponentProps, useId } from 'react'
import type { Upload } from '@/components/media/uploads'
import { Counter } from '@/components/tweets/counter'
import { cn } from '@/components/ui/cn'
import { INPUT_LOOK } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { ALT_MAX_CHARACTERS } from '@/lib/media/limits'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = {
  upload: Upload
  place: number
  count: number
  words: Templates<Key<'composer'>>
  onDescribe: (alt: string) => void
  onMove: (by: number) => void
  onRemove: () => void
  onRetry: () => void
}

/** One image that goes with what one writes. */
export function ComposerImage({ upload, place, count, words, onDescribe, onMove, onRemove, onRetry }: Props) {
  const id = useId()
  const { name, alt, preview, state, progress, error, again, mediaId } = upload
  const t = (key: Key<'composer'>) => fill(words, key, { place: place + 1, name })
  return (
    <li data-upload={upload.id} className="flex gap-3 rounded-2xl border border-line p-2.5">
      <img src={preview} alt="" className="size-20 shrink-0 rounded-lg bg-surface object-cover sm:size-24" />
      <div className="min-w-0 flex-1 space-y-1">
        {mediaId && <input type="hidden" name="mediaIds" value={mediaId} />}
        <label htmlFor={`${id}-alt`} className="block font-medium text-sm">
          {t('description')}
        </label>
        <textarea
          id={`${id}-alt`}
          name="alts"
          dir="auto"
          rows={2}
          value={alt}
          aria-describedby={alt ? `${id}-left` : `${id}-nudge`}
          onChange={(event) => onDescribe(event.currentTarget.value)}
          className={cn(INPUT_LOOK, 'field-sizing-content max-h-40 resize-none px-2.5 py-1.5')}
        />
        {state === 'sending' && <Progress label={t('uploadOf')} progress={progress} />}
        {error && (
          <p role="alert" className="text-danger text-sm [overflow-wrap:anywhere]">
            {error}
          </p>
        )}
        <div className="flex items-center justify-between gap-2">
          <p id={`${id}-nudge`} className="min-w-0 text-ink-muted text-sm">
            {alt ? <Counter id={`${id}-left`} text={alt} max={ALT_MAX_CHARACTERS} words={words} /> : t('describe')}
          </p>
          <div className="-me-1 flex shrink-0">
            {state === 'failed' && again && <Act icon={RotateCw} label={t('again')} onClick={onRetry} />}
            {count > 1 && (
              <>
                <Act icon={ArrowUp} act="earlier" label={t('earlier')} disabled={place === 0} onClick={() => onMove(-1)} />
                <Act icon={ArrowDown} act="later" label={t('later')} disabled={place === count - 1} onClick={() => onMove(1)} />
              </>
            )}
            <Act icon={X} act="remove" label={t(state === 'sending' ? 'cancel' : 'remove')} onClick={onRemove} />
          </div>
        </div>
      </div>
    </li>
  )
}

/** How much of it was sent. Once all is, the server works on it, for how long nobody knows. */
function Progress({ label, progress }: { label: string; progress: number }) {
  return <progress aria-label={label} max={1} value={progress < 1 ? progress : undefined} className="block h-1.5 w-full" />
}

type ActProps = ComponentProps<'button'> & { icon: IconNode; label: string; act?: string }

function Act({ icon, label, act, ...button }: ActProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      data-act={act}
      className="grid size-8 place-items-center rounded-full text-ink-muted hover:bg-surface hover:text-accent disabled:cursor-default disabled:opacity-40 pointer-coarse:size-touch"
      {...button}
    >
      <Icon node={icon} className="size-4.5" />
    </button>
  )
}
