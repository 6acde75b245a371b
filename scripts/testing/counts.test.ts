import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { countsIn, total } from '@/scripts/testing/counts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linnet-counts-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  writeFileSync(join(folder, 'report.json'), JSON.stringify(content))
  return join(folder, 'report.json')
}

it("reads Vitest's report", () => {
  expect(countsIn(report({ numPassedTests: 3, numFailedTests: 1 }), 1)).toEqual({ passed: 3, failed: 1 })
})

it("reads Playwright's report, in which a test that passed at its second try has passed", () => {
  expect(countsIn(report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }), 1)).toEqual({ passed: 6, failed: 1 })
})

it('counts a run that failed without a failed test as one', () => {
  expect(countsIn(report({ numPassedTests: 3, numFailedTests: 0 }), 1)).toEqual({ passed: 3, failed: 1 })
  expect(countsIn(join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1 })
})

it('adds up', () => {
  expect(total([])).toEqual({ passed: 0, failed: 0 })
  expect(
    total([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})
