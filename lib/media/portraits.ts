import type { Viewer } from '@/lib/auth/viewer'
import { type Db, db } from '@/lib/db'
import { invalid } from '@/lib/errors'
import { lockMedia } from '@/lib/media/commands'
import { cropPicture, type Picture } from '@/lib/media/image'
import { holdFiles, store } from '@/lib/media/keeping'
import { forgetFiles, forgetMedia } from '@/lib/media/removal'
import { storageOf } from '@/lib/media/storage/storage'
import { filesOf, type MediaFile } from '@/lib/media/view'

/** The two images of a profile, and the size that each is cut to. */
const PORTRAITS = { avatar: { width: 400, height: 400 }, banner: { width: 1500, height: 500 } } as const

export type Portrait = keyof typeof PORTRAITS

/** An image cut to its place on a profile and stored, but not yet there. */
export type CutPortrait = { mediaId: string; picture: Picture; files: MediaFile[] }

/**
 * Cuts one's own free image to the shape of this place; null when it stands there already. Throws `validation_failed` for an image that
 * is not one's own or stands elsewhere, and `unavailable` when the storage fails.
 */
export async function cutPortrait(me: Viewer, place: Portrait, mediaId: string): Promise<CutPortrait | null> {
  const row = await db.media.findFirst({
    where: { id: mediaId, ownerId: me.id, tweetId: null },
    select: { files: true, avatarOf: { select: { id: true } }, bannerOf: { select: { id: true } } },
  })
  if (place === 'avatar' ? row?.avatarOf : row?.bannerOf) return null
  const full = row && !row.avatarOf && !row.bannerOf ? filesOf(row.files).at(-1) : undefined
  if (!full) throw notFree(place)
  const picture = await cropPicture(await storageOf(full.key).get(full), PORTRAITS[place])
  return { mediaId, picture, files: await store(picture) }
}

/** Puts the image into its place in one's profile, instead of the one that stood there, which goes. With null the place is empty then. */
export async function hangPortrait(tx: Db, me: Viewer, place: Portrait, cut: CutPortrait | null): Promise<void> {
  const column = place === 'avatar' ? ('avatarId' as const) : ('bannerId' as const)
  const before = await tx.user.findUnique({ where: { id: me.id }, select: { [column]: true } })
  const file = cut && (await replaceFiles(tx, me, place, cut))
  const data =
    place === 'avatar'
      ? { avatarId: cut?.mediaId ?? null, avatarUrl: file?.url ?? null }
      : { bannerId: cut?.mediaId ?? null, bannerUrl: file?.url ?? null }
  await tx.user.update({ where: { id: me.id }, data, select: { id: true } })
  const gone = before?.[column]
  if (typeof gone === 'string') await forgetMedia(tx, { id: gone })
}

async function replaceFiles(tx: Db, me: Viewer, place: Portrait, { mediaId, picture, files }: CutPortrait): Promise<MediaFile | undefined> {
  const [free] = await lockMedia(tx, me, [mediaId])
  if (!free || free.attached) throw notFree(place)
  await holdFiles(tx, picture, files)
  const { files: uncut } = await tx.media.findUniqueOrThrow({ where: { id: mediaId }, select: { files: true } })
  const { blurhash } = picture
  await tx.media.update({ where: { id: mediaId }, data: { files, blurhash, ...PORTRAITS[place] }, select: { id: true } })
  await forgetFiles(filesOf(uncut), tx)
  return files.at(-1)
}

function notFree(place: Portrait) {
  const field = `${place}MediaId`
  return invalid(field, 'not_found', `${field} names no image of yours that is free to use. Upload it first.`)
}
