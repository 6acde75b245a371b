import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

/** For each kind of file, a file of that kind, what it may import, and what it may not. */
const ARROWS: Record<string, { file: string; may: string[]; mayNot: string[] }> = {
  'an operation': {
    file: 'lib/birds/commands.ts',
    may: ['@/lib/db', '@/lib/users/queries', '@/lib/page', './schema', 'zod'],
    mayNot: [
      '../users/queries',
      '@/app/api/tweets/route',
      '@/components/ui/button',
      'next/headers',
      'next',
      'next-auth',
      'react',
      '@/lib/http/route',
      '@/lib/users/actions',
      '@/lib/users/api',
    ],
  },
  'a shape': {
    file: 'lib/birds/view.ts',
    may: ['@/lib/users/schema', '@/lib/text', 'zod'],
    mayNot: [
      '../users/schema',
      '@/lib/db',
      '@prisma/client',
      'pg',
      '@/lib/users/queries',
      '@/lib/users/commands',
      '@/lib/tweets/hydrate',
      '@/lib/auth/session',
      '@/lib/http/route',
      '@/lib/users/actions',
      'next/server',
      'react',
      '@/components/ui/button',
      '@/app/page',
    ],
  },
  'a schema': { file: 'lib/birds/schema.ts', may: ['@/lib/page'], mayNot: ['@/lib/db'] },
  'a policy': { file: 'lib/birds/policy.ts', may: ['@/lib/text'], mayNot: ['@/lib/db'] },
  'the rules of a text': { file: 'lib/birds/text.ts', may: ['@/lib/text'], mayNot: ['@/lib/db'] },
  'the table of errors': { file: 'lib/errors.ts', may: ['zod'], mayNot: ['@/lib/db'] },
  "an operation's door": {
    file: 'lib/birds/actions.ts',
    may: ['next/cache', '@/lib/birds/commands', '@/lib/http/action'],
    mayNot: ['../users/commands', '@/app/page', '@/components/ui/button', '@/lib/generated/prisma/client', '@prisma/client', 'pg'],
  },
  'an adapter': {
    file: 'lib/http/route.ts',
    may: ['next/headers', '@/lib/auth/session'],
    mayNot: ['../errors', '@/app/page', '@/components/ui/button', '@prisma/client', 'pg'],
  },
  'a test': {
    file: 'lib/birds/commands.test.ts',
    may: ['@/lib/db', '@/app/api/tweets/route', 'next/headers'],
    mayNot: ['../users/commands', '@/components/ui/button'],
  },
  'a component': {
    file: 'components/birds/bird.tsx',
    may: ['@/components/ui/button', '@/lib/birds/schema', '@/lib/birds/actions', 'react'],
    mayNot: [
      '../ui/button',
      '@/app/page',
      '@/lib/db',
      '@prisma/client',
      'pg',
      '@/lib/users/queries',
      '@/lib/users/commands',
      '@/lib/auth/session',
    ],
  },
  'a primitive': {
    file: 'components/ui/button.tsx',
    may: ['react', '@/components/ui/icon', 'radix-ui'],
    mayNot: ['../tweets/tweet', '@/app/page', '@/lib/db', '@/lib/users/schema', '@/lib/tweets/schema', '@/components/tweets/tweet'],
  },
  'a page': {
    file: 'app/birds/page.tsx',
    may: ['@/lib/birds/queries', '@/components/ui/button', 'next/link'],
    mayNot: ['../layout', '@/lib/db', '@/lib/generated/prisma/client', '@prisma/client', 'pg'],
  },
}

/** What Biome refuses of these files' imports, as `file module`, when each file stands where it says. */
function refusedImports(): string[] {
  const root = mkdtempSync(join(tmpdir(), 'linnet-arrows-'))
  try {
    const { vcs: _, ...config } = JSON.parse(readFileSync('biome.json', 'utf8'))
    writeFileSync(join(root, 'biome.json'), JSON.stringify(config))
    for (const { file, may, mayNot } of Object.values(ARROWS)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), [...may, ...mayNot].map((module) => `import '${module}'`).join('\n'))
    }
    return lint(root).map(({ location }) => {
      const line = readFileSync(join(root, location.path), 'utf8').split('\n')[location.start.line - 1] ?? ''
      return `${location.path} ${line.split("'")[1]}`
    })
  } finally {
    rmSync(root, { recursive: true })
  }
}

type Diagnostic = { location: { path: string; start: { line: number } } }

function lint(root: string): Diagnostic[] {
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=json']
  try {
    return JSON.parse(execFileSync(resolve('node_modules/.bin/biome'), args, { cwd: root, encoding: 'utf8', stdio: 'pipe' })).diagnostics
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout).diagnostics
  }
}

let refused: string[]

beforeAll(() => {
  refused = refusedImports()
})

describe.each(Object.entries(ARROWS))('%s', (_, { file, may, mayNot }) => {
  it.each(may)('may import %s', (module) => expect(refused).not.toContain(`${file} ${module}`))
  it.each(mayNot)('may not import %s', (module) => expect(refused).toContain(`${file} ${module}`))
})
