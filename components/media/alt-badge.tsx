import { useId } from 'react'
import { useWords } from '@/lib/http/look'

/** Says that an image has a description, and shows it. The browser's own popover: it works without JavaScript. */
export function AltBadge({ alt }: { alt: string }) {
  const id = useId()
  const t = useWords('tweets')
  return (
    <>
      <button type="button" popoverTarget={id} className="group absolute start-0 bottom-0 z-10 p-2 pointer-coarse:pt-3">
        {t.rich('altBadge', {
          badge: (text) => (
            <span
              key="badge"
              className="grid min-h-6 min-w-9 place-items-center rounded-md bg-black/75 px-1.5 font-bold text-white text-xs tracking-wide group-hover:bg-black"
            >
              {text}
            </span>
          ),
          spoken: (text) => (
            <span key="spoken" className="sr-only">
              {text}
            </span>
          ),
        })}
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-x-4 top-auto bottom-6 m-0 mx-auto max-h-[60vh] max-w-md overflow-y-auto rounded-2xl border border-line bg-canvas p-5 text-ink shadow-xl"
      >
        <p className="mb-1 font-semibold">{t('imageDescription')}</p>
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {alt}
        </p>
      </div>
    </>
  )
}
