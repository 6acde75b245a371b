import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { SESSION_COOKIE } from '@/lib/auth/cookie'
import type { Viewer } from '@/lib/auth/viewer'
import { AppError } from '@/lib/errors'
import { answering } from '@/lib/http/after'
import { clientOf } from '@/lib/http/client'
import { getLanguage } from '@/lib/http/look'
import { noteViewerOf } from '@/lib/http/viewers'
import { cookieHolder } from '@/lib/http/who'
import { requestContext } from '@/lib/request'

/** Who looks at the page, or null; asked once per request. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const viewer = await cookieHolder((await cookies()).get(SESSION_COOKIE.name)?.value)
  const requestId = viewer && (await headers()).get('x-request-id')
  if (requestId) noteViewerOf(requestId, viewer.id)
  const context = requestContext.getStore()
  if (context && viewer) context.userId = viewer.id
  return viewer
})

/** Who looks at the page; somebody who is not signed in is sent to sign in first, and then back. */
export async function requireViewer(returnTo: string): Promise<Viewer> {
  return (await getViewer()) ?? redirect(`/login?next=${encodeURIComponent(returnTo)}`)
}

/** Who looks at a moderator's page; for anybody else there is none. */
export async function requireModerator(): Promise<Viewer> {
  const viewer = await getViewer()
  return viewer?.role === 'moderator' ? viewer : notFound()
}

/** What the operation answers; what does not exist becomes the page that says so. */
export async function show<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}

/** Runs the work as part of the request: with its id on every line that is logged, and counted for the limits. */
export async function inRequest<T>(work: () => Promise<T>): Promise<T> {
  const sent = await headers()
  const requestId = sent.get('x-request-id') ?? crypto.randomUUID()
  const language = await getLanguage()
  return requestContext.run({ requestId, address: clientOf(sent).ip, counted: [], language: () => language }, () => answering(work))
}
