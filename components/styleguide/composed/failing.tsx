'use client'

import { Failed } from '@/components/layout/failed'
import { announce } from '@/components/ui/announcer'

/** What stands where a page could not be made; trying again does nothing here. */
export function Failing() {
  return <Failed retry={() => announce('A specimen cannot be tried again.')} />
}
