import { setTimeout as sleep } from 'node:timers/promises'
import type { Viewer } from '@/lib/auth/viewer'
import { later } from '@/lib/later'
import { keepHome, noteReading } from '@/lib/timelines/commands'
import { definedEntries } from '@/lib/timelines/definition'
import { keptEntries } from '@/lib/timelines/kept'
import type { Range } from '@/lib/timelines/range'
import type { Entry } from '@/lib/tweets/hydrate'

/** For how long the first to read waits for their timeline to be kept before the definition is asked too: that is fast for whoever follows few. */
const SOON_MS = 300

/**
 * What stands in the viewer's home timeline, newest first: from what is kept of it, else by the definition. Once it is read it is kept, until
 * nobody has read it for long.
 */
export async function homeEntries(me: Viewer, range: Range): Promise<Entry[]> {
  const kept = await keptEntries(me, range)
  if (!kept) return firstEntries(me, range)
  if (kept.isUnnoted) later(() => noteReading(me.id))
  return kept.entries ?? definedEntries(me, range)
}

/** Whichever is there first: for whoever follows thousands, keeping their timeline is many times faster than the definition. */
async function firstEntries(me: Viewer, range: Range): Promise<Entry[]> {
  const keeping = keepHome(me.id)
  later(async () => void (await keeping))
  const afterKeeping = keeping.then(async (isKept) => {
    const entries = isKept ? (await keptEntries(me, range))?.entries : null
    return entries ?? Promise.reject(new Error('The timeline is not kept yet.'))
  })
  const soon = await Promise.race([afterKeeping.catch(() => null), sleep(SOON_MS, null, { ref: false })])
  return soon ?? Promise.any([afterKeeping, definedEntries(me, range)]).catch(({ errors }: AggregateError) => Promise.reject(errors.at(-1)))
}
