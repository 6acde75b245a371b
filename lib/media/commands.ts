import { createHash } from 'node:crypto'
import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { type Db, db, transaction } from '@/lib/db'
import { AppError, notFound } from '@/lib/errors'
import { newId } from '@/lib/id'
import { once, type Replayed } from '@/lib/idempotency'
import { makePicture, type Picture } from '@/lib/media/image'
import { holdFiles, store } from '@/lib/media/keeping'
import { forgetFiles, forgetMedia } from '@/lib/media/removal'
import { type Media, mediaInput, uploadInput } from '@/lib/media/schema'
import { type MediaFile, mediaSelect, toMediaView } from '@/lib/media/view'
import { limit } from '@/lib/rate-limit'
import { parse, parseId } from '@/lib/validate'

/**
 * Keeps an image for its uploader to attach within 24 hours. It is decoded and encoded anew (`makePicture`). With an idempotency key
 * the same request gives the same image again for 24 hours. Throws `unauthenticated`, `validation_failed`, `rate_limited`,
 * `payload_too_large`, `unsupported_media_type`, `idempotency_key_reused`, and `unavailable` when the storage fails; then nothing is kept.
 */
export async function uploadMedia(
  viewer: Viewer | null,
  file: Buffer,
  input: unknown,
  idempotencyKey: string | null = null,
): Promise<Replayed<Media>> {
  const me = signedIn(viewer)
  const { alt } = parse(uploadInput, input)
  await limit('uploads', me)
  const picture = await makePicture(file)
  const files = await store(picture)
  const request = { userId: me.id, key: idempotencyKey, operation: 'POST /api/media', input: { file: sha256(file), alt } }
  try {
    const answer = await transaction((tx) => once(tx, request, () => insertMedia(tx, me, { alt, picture, files })))
    if (answer.replayed) await forgetFiles(files)
    return answer
  } catch (error) {
    await forgetFiles(files)
    throw error
  }
}

/** Describes one's own image anew. Throws `unauthenticated`, `not_found` and `validation_failed`. */
export async function describeMedia(viewer: Viewer | null, id: unknown, input: unknown): Promise<Media> {
  const me = signedIn(viewer)
  const where = { id: parseId(id, 'image'), ownerId: me.id }
  if ((await db.media.count({ where })) === 0) throw notFound('image')
  const { alt } = parse(mediaInput, input)
  await transaction((tx) => tx.media.updateMany({ where, data: { alt } }))
  const row = await db.media.findFirst({ where, select: mediaSelect })
  if (!row) throw notFound('image')
  return toMediaView(row)
}

/** Deletes one's own image while it stands nowhere. Throws `unauthenticated`, `not_found`, and `conflict` once it is attached. */
export async function deleteMedia(viewer: Viewer | null, id: unknown): Promise<void> {
  const me = signedIn(viewer)
  const mediaId = parseId(id, 'image')
  await transaction(async (tx) => {
    const [row] = await lockMedia(tx, me, [mediaId])
    if (!row) throw notFound('image')
    if (row.attached) throw new AppError('conflict', 'The image stands in a tweet or on your profile. Delete or change that instead.')
    await forgetMedia(tx, { id: mediaId })
  })
}

/** The viewer's own images among these, held until the transaction ends, and whether each stands somewhere already. */
export async function lockMedia(tx: Db, me: Viewer, ids: string[]): Promise<{ id: string; attached: boolean }[]> {
  return tx.$queryRaw`
    SELECT m.id, m.tweet_id IS NOT NULL OR EXISTS (SELECT 1 FROM users u WHERE u.id = m.owner_id AND m.id IN (u.avatar_id, u.banner_id)) AS attached
    FROM media m WHERE m.id = ANY (${ids}::uuid[]) AND m.owner_id = ${me.id}::uuid ORDER BY m.id FOR UPDATE OF m`
}

type NewMedia = { alt: string; picture: Picture; files: MediaFile[] }

async function insertMedia(tx: Db, me: Viewer, { alt, picture, files }: NewMedia): Promise<Media> {
  const full = files.at(-1)
  if (!full) throw new Error('an image has no sizes')
  await holdFiles(tx, picture, files)
  const { contentType, blurhash } = picture
  const data = { id: newId(), ownerId: me.id, alt, width: full.width, height: full.height, contentType, blurhash, files }
  return toMediaView(await tx.media.create({ data, select: mediaSelect }))
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
