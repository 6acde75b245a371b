import { FocusKeeper } from '@/components/layout/focus-keeper'
import { Shortcuts } from '@/components/layout/shortcuts'
import { Outbox } from '@/components/offline/outbox'
import { Deletions, deleteSoon } from '@/components/tweets/deletion'
import { announce } from '@/components/ui/announcer'
import { Clock } from '@/components/ui/clock'
import { say } from '@/components/ui/say'
import { HoverCard } from '@/components/users/hover-card'

/** What stands in a page that was loaded a moment after it: what nobody misses until they press a key, wait a minute or lose the line. */
export const later = [
  <Outbox key="outbox" />,
  <Shortcuts key="shortcuts" />,
  <Clock key="clock" />,
  <HoverCard key="hover" />,
  <Deletions key="deletions" />,
  <FocusKeeper key="focus" />,
]

/** What is done where one presses what stands in plain HTML. */
export const acts = { passOn, deleteSoon }

/** Hands the address of the path to what the device shares by, where one touches it and it has something; else copies it, and says so. */
async function passOn(path: string): Promise<void> {
  const url = new URL(path, window.location.origin).href
  const canShare = 'share' in navigator && window.matchMedia('(pointer: coarse)').matches
  if (!canShare || !(await share(url))) await copy(url)
}

/** False where that could not be done; that one changed one's mind is done. */
async function share(url: string): Promise<boolean> {
  try {
    await navigator.share({ url })
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError'
  }
}

async function copy(url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url)
    announce(say('copied'))
  } catch {
    announce(say('notCopied'))
  }
}
