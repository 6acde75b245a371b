import { publish } from '@/lib/http/publication'
import { Publication } from '@/lib/http/read'
import { listPlaces } from '@/lib/sitemap/queries'
import { SITEMAP_GOOD_FOR, SITEMAP_TYPE, toUrlSet } from '@/lib/sitemap/xml'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publish<{ kind: string; part: string }>(
  async ({ kind, part }) => new Publication(SITEMAP_TYPE, toUrlSet(await listPlaces(kind, part)), SITEMAP_GOOD_FOR),
)
