import { nextAuthRoutes } from '@/lib/http/next-auth'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = nextAuthRoutes
