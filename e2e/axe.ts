import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '@/e2e/fixtures'

/** Half as long as what is taken by itself, and a page reads it anew each time. */
const axeSource = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }

/** Nothing in the page is what WCAG 2.2 AA forbids. In axe's legacy mode, which takes half the time and misses only what is in frames: there are none. */
export async function expectNoViolations(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page, axeSource }).setLegacyMode().options({ resultTypes: ['violations'] })
  expectNone(page, (await axe.withTags(WCAG).analyze()).violations)
}

/** Nor is it in those colours, after `expectNoViolations` in others: by the one rule that looks at them. */
export async function expectNoViolationsIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await look(page, colorScheme)
  expectNone(page, await page.evaluate(contrastViolations))
}

/** Shows the page in the colours; what would fade from one to the other is there at once. */
async function look(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    // It begins to fade with the next frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    for (const fade of document.getAnimations()) if (fade instanceof CSSTransition) fade.finish()
  })
}

/** With the axe that is in the page by then: to bring it there anew takes longer than what it does. */
async function contrastViolations(): Promise<Violation[]> {
  const { axe } = window as unknown as { axe: { run: (where: Node, options: object) => Promise<{ violations: Violation[] }> } }
  const { violations } = await axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] })
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }))
}

function expectNone(page: Page, violations: Violation[]) {
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  )
  expect(told, page.url()).toEqual([])
}
