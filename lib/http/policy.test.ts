import { expect, it } from 'vitest'
import { DATA_POLICY, pagePolicy, transportHeaders } from '@/lib/http/policy'

const site = { appUrl: 'https://linnet.example', development: false }

/** The sources of each directive. */
function directives(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

it('lets only scripts with the nonce run', () => {
  const policy = directives(pagePolicy('abc', site))
  expect(policy['script-src']).toEqual(["'nonce-abc'", "'strict-dynamic'"])
  expect(policy).toMatchObject({
    'default-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'form-action': ["'self'"],
    'worker-src': ["'self'"],
    'upgrade-insecure-requests': [],
  })
  expect(pagePolicy('abc', site).replace(/style-src-attr[^;]*/, '')).not.toMatch(/unsafe/)
})

it('asks for https only where people use it', () => {
  const http = { ...site, appUrl: 'http://localhost:3000' }
  expect(pagePolicy('abc', http)).not.toContain('upgrade-insecure-requests')
  expect(transportHeaders(http)).toEqual({})
  expect(transportHeaders(site)).toEqual({ 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' })
})

it('takes images from where they are kept, and from nowhere else', () => {
  expect(directives(pagePolicy('abc', site))['img-src']).toEqual(["'self'", 'data:', 'blob:'])
  const images = ['https://app.ufs.sh']
  expect(directives(pagePolicy('abc', { ...site, images }))['img-src']).toEqual(["'self'", 'data:', 'blob:', 'https://app.ufs.sh'])
})

it('gives data no rights at all', () => {
  expect(DATA_POLICY).toMatch(/^default-src 'none'/)
})
