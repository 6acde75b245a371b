import { Shortcuts } from '@/components/layout/shortcuts'
import { Outbox } from '@/components/offline/outbox'
import { deleteSoon } from '@/components/tweets/deletion'
import { announce } from '@/components/ui/announcer'
import { Clock } from '@/components/ui/clock'
import { say } from '@/components/ui/say'
import { HoverCard } from '@/components/users/hover-card'

/** What stands in a page that was loaded a moment after it: what nobody misses until they press a key, wait a minute or lose the line. */
export const later = [<Outbox key="outbox" />, <Shortcuts key="shortcuts" />, <Clock key="clock" />, <HoverCard key="hover" />]

/** What is done where one presses what stands in plain HTML. */
export const acts = { copyAddress, deleteSoon }

/** Copies the address of the path, and says so. */
async function copyAddress(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, window.location.origin).href)
    announce(say('copied'))
  } catch {
    announce(say('notCopied'))
  }
}
