import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { AppError, invalid } from '@/lib/errors'
import { deleteMedia, describeMedia, uploadMedia } from '@/lib/media/commands'
import { TWEET_MAX_MEDIA } from '@/lib/media/limits'

/** The images of a form, in order: uploaded before, or files that come with it, and what describes each. */
type Given = { mediaIds: string[]; files: File[]; alts: string[] }

/**
 * Gives the work the ids of the images, which are described now; those that come as files are uploaded first, and forgotten again if the
 * work fails. Throws what is wrong with which image, on `images`.
 */
export async function receiveImages<T>(
  viewer: Viewer | null,
  { mediaIds, files, alts }: Given,
  work: (mediaIds: string[]) => Promise<T>,
): Promise<T> {
  if (mediaIds.length > 0) {
    await describeAll(viewer, mediaIds, alts)
    return work(mediaIds)
  }
  if (files.length > TWEET_MAX_MEDIA) throw invalid('images', 'too_many', `A tweet holds at most ${TWEET_MAX_MEDIA} images. Choose again.`)
  const uploaded: string[] = []
  try {
    for (const [place, file] of files.entries()) uploaded.push(await uploadFile(viewer, file, alts[place] ?? ''))
    return await work(uploaded)
  } catch (error) {
    // What cannot be forgotten now is after a day.
    for (const id of uploaded) await deleteMedia(viewer, id).catch(() => null)
    throw error
  }
}

/** Uploads a file that came with a form; answers the image's id. Throws as `uploadMedia`, with the file's name. */
export async function uploadFile(viewer: Viewer | null, file: File, alt = '', field = 'images'): Promise<string> {
  signedIn(viewer)
  try {
    const { value } = await uploadMedia(viewer, Buffer.from(await file.arrayBuffer()), { alt })
    return value.id
  } catch (error) {
    throw about(error, `“${file.name}”`, field)
  }
}

async function describeAll(viewer: Viewer | null, mediaIds: string[], alts: string[]): Promise<void> {
  for (const [place, id] of mediaIds.entries()) {
    try {
      await describeMedia(viewer, id, { alt: alts[place] ?? '' })
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found')
        throw invalid('images', 'not_found', `Image ${place + 1} is no longer kept. Remove it and add it again.`)
      throw about(error, `Image ${place + 1}`, 'images')
    }
  }
}

/** The same error, saying which image it is about. */
function about(error: unknown, image: string, field: string): unknown {
  if (!(error instanceof AppError) || error.status >= 500 || error.code === 'unauthenticated') return error
  const message = `${image}: ${error.detail}`
  return new AppError(error.code, message, { errors: [{ field, code: error.code, message }], headers: error.headers, cause: error })
}
