import type { Instrumentation } from 'next'

/** Checks the environment once, before the first request; says in a sentence what is wrong and stops. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { readEnv } = await import('@/lib/env')
  try {
    readEnv(process.env)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

/** Logs what a page or an action could not handle, with the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { log } = await import('@/lib/log')
  const requestId = request.headers['x-request-id']
  log.error({ err: error, requestId, method: request.method, path: request.path.split('?')[0] }, 'request failed')
}
