import { expect, it } from 'vitest'
import { imageOrigins } from '@/lib/media/storage/origins'

const UPLOADTHING_TOKEN = Buffer.from(JSON.stringify({ apiKey: 'sk_live_x', appId: 'aB3', regions: ['sea1'] })).toString('base64')

it('is nowhere else while images are on our own disk', () => {
  expect(imageOrigins({})).toEqual([])
  expect(imageOrigins({ UPLOADTHING_INGEST_URL: 'http://127.0.0.1:9000' })).toEqual([])
})

it('is the host of this app at UploadThing, or what stands in for it', () => {
  expect(imageOrigins({ UPLOADTHING_TOKEN })).toEqual(['https://ab3.ufs.sh'])
  expect(imageOrigins({ UPLOADTHING_TOKEN, UPLOADTHING_INGEST_URL: 'http://127.0.0.1:9000/files' })).toEqual([
    'https://ab3.ufs.sh',
    'http://127.0.0.1:9000',
  ])
})
