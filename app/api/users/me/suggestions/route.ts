import { routes } from '@/lib/http/route'
import { listSuggestions } from '@/lib/suggestions/queries'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: ({ viewer, query }) => listSuggestions(viewer, query),
})
