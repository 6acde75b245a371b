import { notFound } from '@/lib/errors'
import { unrouted } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = unrouted(() => notFound('path in this API'))
