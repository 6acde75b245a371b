import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { run, startProgram, tail } from '@/scripts/children'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

// The headless shell is Chromium without a window: the same pages for half the work.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const APPLICATIONS = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** The path of a Chromium on this machine, or null. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = NAMES.flatMap((name) => ['/usr/bin', ...folders].map((folder) => join(folder, name)))
  return [...installed, ...APPLICATIONS, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

/** The path of a Chromium; one is installed when there is none: Debian's where that is possible, else Playwright's. */
export async function ensureBrowser(): Promise<string> {
  return findBrowser() ?? (await step('Installing a browser', install))
}

async function install(): Promise<string> {
  const said = isDebianRoot() ? await installDebians() : await installPlaywrights()
  const browser = findBrowser()
  if (!browser) throw new Refusal(`No browser could be installed; install Chromium and try again. The installation said:\n${tail(said, 5)}`)
  return browser
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

async function installDebians(): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  let said = ''
  for (const args of [['update'], ['install', '-y', 'chromium-headless-shell'], ['install', '-y', 'chromium']]) {
    const child = startProgram('apt-get', ['-q', ...args], { env })
    await child.exited
    said = child.output()
    if (findBrowser()) break
  }
  return said
}

async function installPlaywrights(): Promise<string> {
  return (await run(join(ROOT, 'node_modules/@playwright/test/cli.js'), ['install', 'chromium'])).output
}
