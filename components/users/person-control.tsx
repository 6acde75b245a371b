import type { ComponentProps } from 'react'
import { PersonSwitch } from '@/components/users/person-switch'
import { useTemplates } from '@/lib/http/look'

/** Mutes or blocks somebody, or no longer, in the words of the page. */
export function PersonControl(props: Omit<ComponentProps<typeof PersonSwitch>, 'words'>) {
  return <PersonSwitch {...props} words={useTemplates('peopleActs')} />
}
