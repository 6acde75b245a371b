import { serveFile } from '@/lib/http/file'
import { findFile } from '@/lib/media/storage/disk'

type Context = { params: Promise<{ key: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serveFile(request, await findFile((await params).key), 'image/webp')
}

export const HEAD = GET
