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
  if (files.length > TWEET_MAX_MEDIA)
    throw invalid('images', 'too_many', `A tweet holds at most ${TWEET_MAX_MEDIA} images. Choose again.`, { max: TWEET_MAX_MEDIA })
  return uploading(viewer, (upload) => uploadAll(files, (file, place) => upload(file, 'images', alts[place])).then(work))
}

/** The same for the images of a profile: gives the work the id of each file, under the file's name in the form. */
export async function receivePortraits<T>(
  viewer: Viewer | null,
  files: Record<string, File | undefined>,
  work: (mediaIds: Record<string, string>) => Promise<T>,
): Promise<T> {
  const given = Object.entries(files).filter((entry): entry is [string, File] => entry[1] !== undefined)
  return uploading(viewer, async (upload) => {
    const ids = await uploadAll(given, ([field, file]) => upload(file, field))
    return work(Object.fromEntries(given.map(([field], place) => [field, ids[place] ?? ''])))
  })
}

type Upload = (file: File, field: string, alt?: string) => Promise<string>

/** Has the work upload files; should it fail, they are forgotten again. */
async function uploading<T>(viewer: Viewer | null, work: (upload: Upload) => Promise<T>): Promise<T> {
  const uploaded: string[] = []
  try {
    return await work(async (file, field, alt = '') => {
      const id = await uploadFile(viewer, file, field, alt)
      uploaded.push(id)
      return id
    })
  } catch (error) {
    // What cannot be forgotten now is after a day.
    for (const id of uploaded) await deleteMedia(viewer, id).catch(() => null)
    throw error
  }
}

/** One after the other, because each takes much memory. */
async function uploadAll<T>(files: T[], upload: (file: T, place: number) => Promise<string>): Promise<string[]> {
  const ids: string[] = []
  for (const [place, file] of files.entries()) ids.push(await upload(file, place))
  return ids
}

async function uploadFile(viewer: Viewer | null, file: File, field: string, alt: string): Promise<string> {
  signedIn(viewer)
  try {
    const { value } = await uploadMedia(viewer, Buffer.from(await file.arrayBuffer()), { alt })
    return value.id
  } catch (error) {
    throw about(error, { image: `“${file.name}”`, name: file.name }, field)
  }
}

async function describeAll(viewer: Viewer | null, mediaIds: string[], alts: string[]): Promise<void> {
  for (const [place, id] of mediaIds.entries()) {
    try {
      await describeMedia(viewer, id, { alt: alts[place] ?? '' })
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found')
        throw invalid('images', 'not_found', `Image ${place + 1} is no longer kept. Remove it and add it again.`, { place: place + 1 })
      throw about(error, { image: `Image ${place + 1}`, place: place + 1 }, 'images')
    }
  }
}

/** The same error, saying which image it is about. */
function about(error: unknown, { image, ...named }: { image: string; name?: string; place?: number }, field: string): unknown {
  if (!(error instanceof AppError) || error.status >= 500 || error.code === 'unauthenticated') return error
  const message = `${image}: ${error.detail}`
  const errors = [{ field, code: error.code, message, values: named }]
  return new AppError(error.code, message, { errors, headers: error.headers, cause: error })
}
