import type { Viewer } from '@/lib/auth/viewer'
import { later } from '@/lib/later'
import { keepHome, noteReading } from '@/lib/timelines/commands'
import { definedEntries } from '@/lib/timelines/definition'
import { keptEntries } from '@/lib/timelines/kept'
import type { Range } from '@/lib/timelines/range'
import type { Entry } from '@/lib/tweets/hydrate'

/**
 * What stands in the viewer's home timeline, newest first: from what is kept of it, else by the definition. Once it is read it is kept, until
 * nobody has read it for long.
 */
export async function homeEntries(me: Viewer, range: Range): Promise<Entry[]> {
  const kept = await keptEntries(me, range)
  if (!kept) later(() => keepHome(me.id))
  if (kept?.isUnnoted) later(() => noteReading(me.id))
  return kept?.entries ?? definedEntries(me, range)
}
