/** What a file field offers to choose; the server decides by the bytes. */
export const IMAGE_TYPES = 'image/png,image/jpeg,image/webp,image/gif,image/avif'

/** The classes of a file field that is shown as it is. */
export const FILE_LOOK =
  'block w-full file:me-3 file:min-h-9 file:rounded-full file:border file:border-line-strong file:px-4 file:font-semibold file:text-ink'
