'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { appearanceSchema, writeAppearance } from '@/lib/appearance/appearance'
import { APPEARANCE_COOKIE } from '@/lib/appearance/cookie'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { parse } from '@/lib/validate'

/** Has Linnet look in this browser as the form's `theme`, `contrast`, `accent`, `text`, `density`, `keys` and `language` say; whoever asks. */
export async function chooseAppearanceAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (_viewer, fields) => {
    const { name, options } = APPEARANCE_COOKIE
    const jar = await cookies()
    jar.set(name, writeAppearance(parse(appearanceSchema, fields)), options)
    revalidatePath('/', 'layout')
    return 'appearanceSaved'
  })
  return submit(state, form)
}
