import { publish } from '@/lib/http/publication'
import { Publication } from '@/lib/http/read'
import { listParts } from '@/lib/sitemap/queries'
import { SITEMAP_GOOD_FOR, SITEMAP_TYPE, toSitemapIndex } from '@/lib/sitemap/xml'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publish(
  async () => new Publication(SITEMAP_TYPE, toSitemapIndex(await listParts()), SITEMAP_GOOD_FOR),
)
