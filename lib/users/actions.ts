'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { clearSessionCookie } from '@/lib/http/session-cookie'
import { receivePortraits } from '@/lib/media/receive'
import { deleteAccount, editProfile } from '@/lib/users/commands'
import { profileInput } from '@/lib/users/schema'
import { parse } from '@/lib/validate'

/**
 * Saves `name`, `bio`, `location` and `website` of one's own profile, and its two images: `avatarMediaId` and `bannerMediaId`, of which
 * an empty one takes the image away, or the files `avatar` and `banner`.
 */
export async function editProfileAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { name, bio, location, website, avatarMediaId, bannerMediaId }, parts) => {
    const texts = { name, bio, location, website }
    // What is wrong with the text is told before an image is kept for it.
    parse(profileInput, texts)
    const portraits = {
      avatarMediaId: avatarMediaId === '' ? null : avatarMediaId,
      bannerMediaId: bannerMediaId === '' ? null : bannerMediaId,
    }
    const files = { avatarMediaId: parts.files('avatar')[0], bannerMediaId: parts.files('banner')[0] }
    await receivePortraits(viewer, files, (uploaded) => editProfile(viewer, { ...texts, ...portraits, ...uploaded }))
    revalidatePath('/', 'layout')
    return 'profileSaved'
  })
  return submit(state, form)
}

/** Deletes one's own account; `password` must be right. */
export async function deleteAccountAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { password }) => {
    await deleteAccount(viewer, { password })
    await clearSessionCookie()
    redirect('/')
  })
  return submit(state, form)
}
