/** What a file field offers to choose; the server decides by the bytes. */
export const IMAGE_TYPES = 'image/png,image/jpeg,image/webp,image/gif,image/avif'
