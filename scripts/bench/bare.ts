import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NEXT } from '@/scripts/build'
import { run, startNode, tail } from '@/scripts/children'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

/** A Next.js with nothing in it: an endpoint that answers nothing, a page, and a page of the same markup as one of ours. */
const files = (markup: string): Record<string, string> => ({
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(ROOT)} } }`,
  // Without these it would take ours, which is the root of what it may import.
  'instrumentation.js': 'export const register = () => {}',
  'proxy.js': `export const proxy = () => {}\nexport const config = { matcher: ['/nothing'] }`,
  'app/layout.js': `export default ({ children }) => <html lang="en"><body>{children}</body></html>`,
  'app/page.js': `export default () => <h1>Nothing</h1>`,
  'app/same/page.js': `export default () => <div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(markup)} }} />`,
  'app/empty/route.js': `export const dynamic = 'force-dynamic'\nexport const GET = async () => Response.json({})`,
})

/** Builds it in this folder and starts it; `markup` is what the page of ours shows. */
export async function startBare(folder: string, port: number, markup: string) {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, content] of Object.entries(files(markup))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv
  await step('Building a Next.js with nothing in it', async () => {
    const { code, output } = await run(NEXT, ['build', folder], { env })
    if (code !== 0) throw new Refusal(`It could not be built. Next said:\n${tail(output)}`)
  })
  return startNode(NEXT, ['start', folder, '--port', String(port)], { env })
}
