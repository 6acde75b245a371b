import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, tail } from '@/scripts/children'
import { cacheFile } from '@/scripts/client'
import { fingerprint } from '@/scripts/fingerprint'
import { locked } from '@/scripts/lock'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

/** Next's own command line. */
export const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')

const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'package.json', 'package-lock.json'],
  ...['next.config.mjs', 'next.config.ts', 'tsconfig.json', 'tailwind.config.ts', 'postcss.config.mjs', 'postcss.config.js'],
  ...['proxy.ts', 'middleware.ts', 'instrumentation.ts', 'instrumentation-client.ts'],
]

/** Builds the app when the build is older than its source; two commands that ask for it at once take turns. */
export async function ensureBuilt(distDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (isBuilt(distDir, env)) return
  await locked(cacheFile(`build-${distDir.replaceAll(/\W/g, '_')}.lock`), async () => {
    if (isBuilt(distDir, env)) return
    const wanted = sourceFingerprint(env)
    await step('Building the app', async () => {
      const { code, output } = await run(NEXT, ['build'], { env: { ...env, NODE_ENV: 'production', LINNET_DIST_DIR: distDir } })
      if (code !== 0) throw new Refusal(`The app could not be built. Next said:\n${tail(output, 60)}`)
    })
    writeFileSync(stamp(distDir), wanted)
  })
}

function isBuilt(distDir: string, env: NodeJS.ProcessEnv): boolean {
  const built = existsSync(join(ROOT, distDir, 'BUILD_ID')) && existsSync(stamp(distDir))
  return built && readFileSync(stamp(distDir), 'utf8') === sourceFingerprint(env)
}

function stamp(distDir: string): string {
  return join(ROOT, distDir, 'source-fingerprint')
}

/** What the build is made of: files, and the variables that Next writes into them. */
function sourceFingerprint(env: NodeJS.ProcessEnv): string {
  const inlined = Object.entries(env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
  return fingerprint(SOURCES, { ignore: /\.test\.tsx?$|^lib\/(generated|testing)\//, more: JSON.stringify(inlined.sort()) })
}
