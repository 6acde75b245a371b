import { Outbox } from '@/components/offline/outbox'
import { announce } from '@/components/ui/announcer'

/** What stands in a page that was loaded a moment after it: everything for the time without a line. */
export const later = <Outbox key="outbox" />

/** Copies the address of the path, and says so. */
export async function copyAddress(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, window.location.origin).href)
    announce('The link was copied.')
  } catch {
    announce('Your browser did not let the link be copied.')
  }
}
