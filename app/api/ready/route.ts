import { getReadiness } from '@/lib/health/queries'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: getReadiness,
  },
  { fresh: true, uncounted: true },
)
