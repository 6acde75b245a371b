import { openApiDocument } from '@/lib/http/openapi'
import { routes } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async () => openApiDocument(),
})
