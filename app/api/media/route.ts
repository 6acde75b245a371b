import { signedIn } from '@/lib/auth/viewer'
import { created, routes } from '@/lib/http/route'
import { readUpload } from '@/lib/http/upload'
import { uploadMedia } from '@/lib/media/commands'
import { IMAGE_MAX_BYTES } from '@/lib/media/image'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ viewer, request, headers }) => {
    // Whoever may not upload need not send it all first.
    signedIn(viewer)
    const { file, fields } = await readUpload(request, IMAGE_MAX_BYTES)
    const { value, replayed } = await uploadMedia(viewer, file, fields, headers.get('idempotency-key'))
    return created(value, `/api/media/${value.id}`, { replayed })
  },
})
