import { z } from 'zod'
import { ALT_MAX_CHARACTERS } from '@/lib/media/limits'
import { text } from '@/lib/text'

const alt = text('alt', ALT_MAX_CHARACTERS)

export const uploadInput = z.strictObject({ alt: alt.default('') })

export const mediaInput = z.strictObject({ alt }).meta({ id: 'MediaEdit' })

/** What the multipart body of an upload holds, for the OpenAPI document. */
export const uploadBody = z
  .object({
    file: z.string().meta({ format: 'binary', description: 'PNG, JPEG, WebP, GIF or AVIF, at most 4 MiB and 40 megapixels.' }),
    alt: alt.optional(),
  })
  .meta({ id: 'MediaUpload' })

const size = z.object({ url: z.string(), width: z.int(), height: z.int() }).meta({ id: 'MediaSize' })

export const mediaView = z
  .object({
    id: z.uuid(),
    url: z.string(),
    alt: z.string(),
    width: z.int(),
    height: z.int(),
    contentType: z.string(),
    blurhash: z.string(),
    sizes: z.array(size),
  })
  .meta({ id: 'Media', description: 'url is the image at its full size; sizes are narrower ones and itself, the narrowest first.' })

export type Media = z.output<typeof mediaView>
