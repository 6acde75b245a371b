type Env = { UPLOADTHING_TOKEN?: string | undefined; UPLOADTHING_INGEST_URL?: string | undefined }

/**
 * Where people's browsers get images that are not on our own disk: from the host that UploadThing gives this app
 * (https://docs.uploadthing.com/working-with-files), or from what stands in for it. Without a token, from nowhere.
 */
export function imageOrigins({ UPLOADTHING_TOKEN: token, UPLOADTHING_INGEST_URL: ingestUrl }: Env): string[] {
  if (!token) return []
  const { appId } = JSON.parse(Buffer.from(token, 'base64').toString()) as { appId: string }
  return [`https://${appId.toLowerCase()}.ufs.sh`, ...(ingestUrl ? [new URL(ingestUrl).origin] : [])]
}
