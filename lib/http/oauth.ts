import { OAuthError } from '@/lib/auth/commands'
import { AppError } from '@/lib/errors'
import { routes } from '@/lib/http/route'

type Handlers = Parameters<typeof routes>[0]

/** As `routes`, for an OAuth 2 endpoint: errors of the grant are answered as RFC 6749 §5.2 has them, and nothing is cached. */
export function oauthRoutes({ POST }: Required<Pick<Handlers, 'POST'>>): ReturnType<typeof routes> {
  return routes({
    POST: async (call) => {
      try {
        return Response.json(await POST(call), { headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache' } })
      } catch (error) {
        if (error instanceof OAuthError) return refusal(error)
        if (error instanceof AppError && error.code === 'malformed_json') return refusal(new OAuthError('invalid_request', error.detail))
        throw error
      }
    },
  })
}

function refusal({ error, description }: OAuthError): Response {
  return Response.json(
    { error, error_description: description },
    { status: 400, headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache' } },
  )
}
