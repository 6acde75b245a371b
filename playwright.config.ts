import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from '@/scripts/browser'

const { E2E_BASE_URL, E2E_BROWSER, E2E_REPORT, E2E_RESULTS } = process.env
const executablePath = E2E_BROWSER ?? findBrowser()
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// Against a running Linnet: npx playwright test. It needs TRUST_PROXY_HOPS=1, since each test says that it comes from an address of its own.
// `npm test` starts one of its own and says here where it is.
// A test runs on a desktop; tagged @nojs or @phone it runs there too; tagged @nojs-only or @phone-only, only there.
export default defineConfig({
  testDir: 'e2e',
  outputDir: E2E_RESULTS ?? 'test-results',
  // One more than cores: what waits for the app leaves room.
  workers: 3,
  // A browser on a busy machine of two cores is slow, not wrong.
  // A test that passes only at its second try is listed as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: Boolean(E2E_REPORT),
  reporter: [['list'], ...(E2E_REPORT ? [['json', { outputFile: E2E_REPORT }] as const] : [])],
  use: {
    baseURL: E2E_BASE_URL ?? 'http://localhost:3000',
    launchOptions: { ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args },
    // Where a test is about one it says so: it keeps pages, and loads in the background what no test asked for.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
  },
  projects: [
    { name: 'desktop', grepInvert: /-only\b/, use: { viewport: { width: 1280, height: 800 } } },
    { name: 'no-js', grep: /@nojs\b/, use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false } },
    { name: 'phone', grep: /@phone\b/, use: { ...devices['Pixel 7'] } },
  ],
})
