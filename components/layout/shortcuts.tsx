import { X } from 'lucide'
import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { say } from '@/components/ui/say'
import type { Key } from '@/lib/words/catalogue'

const SEQUENCE_MS = 1_500
const EDITED = 'input, textarea, select, [contenteditable]'
/** Not the quoted one inside. */
const WHOLE = 'article:not(article *)'
const IN_FRONT = 'dialog[open], [role="dialog"], [role="alertdialog"], [popover]:popover-open'

type Word = Key<'browser'>

const GROUPS: [Word, [string, Word][]][] = [
  [
    'keys.list',
    [
      ['j', 'keys.next'],
      ['k', 'keys.previous'],
      ['Enter', 'keys.open'],
      ['.', 'keys.new'],
    ],
  ],
  [
    'keys.tweet',
    [
      ['l', 'keys.like'],
      ['r', 'keys.reply'],
      ['t', 'keys.retweet'],
      ['b', 'keys.bookmark'],
      ['z', 'keys.undo'],
    ],
  ],
  [
    'keys.everywhere',
    [
      ['n', 'keys.write'],
      ['Ctrl Enter', 'keys.send'],
      ['/', 'keys.search'],
      ['?', 'keys.help'],
    ],
  ],
  [
    'keys.goTo',
    [
      ['g h', 'keys.home'],
      ['g e', 'keys.explore'],
      ['g n', 'keys.notifications'],
      ['g b', 'keys.bookmarks'],
      ['g p', 'keys.profile'],
      ['g s', 'keys.settings'],
    ],
  ],
]

/**
 * Single keys for what the page can do. What a key does is said by what it presses, in `data-key`: inside a tweet it is for that tweet,
 * elsewhere for the page. Nothing is done while one types, with another key held, behind a dialog or menu, and where they are turned off
 * under Appearance (WCAG 2.1, 2.1.4).
 */
export function Shortcuts() {
  const panel = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const ended = new AbortController()
    let before = { key: '', at: 0 }

    function onKeyDown(event: KeyboardEvent) {
      if (!isShortcut(event)) return
      const follows = before.key === 'g' && event.timeStamp - before.at < SEQUENCE_MS
      before = { key: event.key, at: event.timeStamp }
      const done = event.key === '?' ? open(panel.current) : press(follows ? `g ${event.key}` : event.key)
      if (done) event.preventDefault()
    }

    document.addEventListener('keydown', onKeyDown, { signal: ended.signal })
    return () => ended.abort()
  }, [])

  const [before, after] = say('shortcutsOff').split('{appearance}')
  return (
    <dialog
      ref={panel}
      aria-labelledby="shortcuts"
      className="m-auto w-[min(40rem,calc(100vw-2rem))] rounded-2xl border border-line bg-canvas p-0 text-ink shadow-xl backdrop:bg-black/55"
    >
      <div className="p-6 pt-4">
        <div className="flex items-center justify-between">
          <h2 id="shortcuts" className="font-bold text-lg">
            {say('shortcuts')}
          </h2>
          <button
            type="button"
            aria-label={say('close')}
            onClick={() => panel.current?.close()}
            className="-me-3 grid size-11 place-items-center rounded-full hover:bg-surface focus-visible:rounded-full"
          >
            <Icon node={X} className="size-5" />
          </button>
        </div>
        <div className="mt-2 grid gap-x-10 gap-y-5 sm:grid-cols-2">
          {GROUPS.map(([label, keys]) => (
            <section key={label} aria-label={say(label)}>
              <h3 className="mb-1 font-semibold text-ink-muted text-sm">{say(label)}</h3>
              <dl>
                {keys.map(([key, meaning]) => (
                  <div key={key} className="flex items-center justify-between gap-4 border-line border-b py-1.5">
                    <dt className="order-2 flex shrink-0 gap-1">
                      {key.split(' ').map((part) => (
                        <kbd key={part} className="min-w-7 rounded-md border border-line-strong bg-surface px-1.5 text-center text-sm">
                          {part}
                        </kbd>
                      ))}
                    </dt>
                    <dd>{say(meaning)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <p className="mt-5 text-ink-muted text-sm">
          {before}
          <a href="/settings/appearance" data-page="" onClick={() => panel.current?.close()} className="inline-block text-accent underline">
            {say('appearance')}
          </a>
          {after}
        </p>
      </div>
    </dialog>
  )
}

function isShortcut({ target, defaultPrevented, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || isComposing || ctrlKey || metaKey || altKey || document.documentElement.dataset.keys === 'off') return false
  return !(target instanceof Element && target.closest(EDITED)) && !document.querySelector(IN_FRONT)
}

function open(panel: HTMLDialogElement | null): boolean {
  panel?.showModal()
  return true
}

/** Does what the key is for. False where the page has nothing for it. */
function press(key: string): boolean {
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1)
  if (key === '/') return search()
  const named = `[data-key="${CSS.escape(key)}"]`
  const tweet = document.activeElement?.closest(WHOLE) ?? document.querySelector('article[data-about]')
  const ofTweet = tweet?.querySelector<HTMLElement>(named)
  const pressed = ofTweet ?? [...document.querySelectorAll<HTMLElement>(named)].find((element) => !element.closest('article'))
  pressed?.click()
  if (pressed instanceof HTMLButtonElement && pressed.popoverTargetElement) focusFirst(pressed.popoverTargetElement)
  return pressed !== undefined
}

function focusFirst(menu: Element) {
  menu.querySelector<HTMLElement>('button, a')?.focus()
}

/** Moves to the link of the next or previous card; to the first in sight where none has the focus. */
function step(by: 1 | -1): boolean {
  const cards = [...document.querySelectorAll<HTMLElement>(`main ${WHOLE}:has(.card-link)`)].filter((card) => card.checkVisibility())
  const focused = cards.findIndex((card) => card.contains(document.activeElement))
  const inSight = cards.findIndex((card) => card.getBoundingClientRect().top >= 0)
  const card = focused < 0 ? cards[Math.max(inSight, 0)] : cards[focused + by]
  card?.querySelector<HTMLElement>('.card-link')?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
  return card !== undefined
}

function search(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('search input[name="q"]')]
  const field = fields.find((one) => one.checkVisibility())
  if (!field) return press('g e')
  field.select()
  field.focus()
  return true
}
