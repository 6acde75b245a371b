import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anyAddress, expect, test } from '@/e2e/fixtures'

const ROOT = join(import.meta.dirname, '..')

/** What each block of commands in docs/auth.md must print, in order. */
const ANSWERS = [
  /^$/,
  /"token_type":"Bearer"/,
  /"error":"invalid_grant"/,
  /\{"alg":"HS256","typ":"at\+jwt"\}/,
  /"aud":"linnet-api"/,
  /"username":"ada"/,
  /^HTTP\/1\.1 401[\s\S]*error="invalid_token"/,
  /"content":"Step seven\."/,
  /"expires_in":900,"refresh_token"/,
  /^HTTP\/1\.1 200[\s\S]*"current":true/,
]

test('the commands that explain signing in do what they say', async ({ baseURL }) => {
  test.skip(spawnSync('curl', ['--version']).status !== 0, 'there is no curl')
  const text = readFileSync(join(ROOT, 'docs/auth.md'), 'utf8')
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  expect(blocks).toHaveLength(ANSWERS.length)
  const curl = `curl() { command curl -H 'X-Forwarded-For: ${anyAddress()}' "$@"; }`
  const script = [curl, ...blocks.map((block) => `${block}\nprintf '\\n#####\\n'`)]
    .join('\n')
    .replace('http://localhost:3000', baseURL ?? '')
  const { stdout, stderr, status } = spawnSync('sh', ['-e'], { input: script, encoding: 'utf8', timeout: 30_000 })
  const printed = stdout.split('\n#####\n').map((answer) => answer.trim())
  for (const [index, answer] of ANSWERS.entries()) expect(printed[index] ?? stderr, blocks[index]).toMatch(answer)
  expect(status).toBe(0)
})

test('what the documents name is there', () => {
  const folder = join(ROOT, 'docs')
  const documents = [
    join(ROOT, 'README.md'),
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ]
  for (const document of documents) {
    const text = readFileSync(document, 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => join(document, '..', to))
    const paths = [...text.matchAll(/`((?:app|components|e2e|lib|prisma|scripts)\/[\w./[\]()-]+\.(?:ts|tsx|prisma|mjs|cjs))`/g)]
    for (const path of [...links, ...paths.map(([, path = '']) => join(ROOT, path))])
      expect(existsSync(path), `${document} names ${path}`).toBe(true)
  }
})
