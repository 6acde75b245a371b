import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

type Rules = {
  outcomeOf: (status: number) => string
  isUnsure: (tweet: { triedAt: number | null }, now: number) => boolean
  viewerOf: (html: string) => string | null
  filesIn: (html: string) => string[]
  isFile: (pathname: string) => boolean
}

/** The functions of public/sw.js, which a browser runs as it stands. */
function loadRules(): Rules {
  const context = createContext({ self: { addEventListener: () => undefined } })
  runInContext(readFileSync('public/sw.js', 'utf8'), context)
  return context as unknown as Rules
}

const { outcomeOf, isUnsure, viewerOf, filesIn, isFile } = loadRules()

describe('what comes of a tweet that waited', () => {
  it.each([
    ['sent', [201]],
    ['kept', [401, 403]],
    ['later', [0, 408, 425, 429, 500, 502, 503, 504]],
    ['refused', [400, 404, 413, 415, 422]],
  ])('is %s', (outcome, statuses) => {
    expect(statuses.map(outcomeOf)).toEqual(statuses.map(() => outcome))
  })
})

describe('whether the server may have forgotten that it has it', () => {
  const hour = 3_600_000
  it.each<[string, number | null, boolean]>([
    ['never tried', null, false],
    ['tried just now', 0, false],
    ['tried 22 hours ago', -22 * hour, false],
    ['tried 24 hours ago, when keys end', -24 * hour, true],
  ])('%s', (_, tried, unsure) => {
    const now = Date.parse('2026-11-23T12:00:00Z')
    expect(isUnsure({ triedAt: tried === null ? null : now + tried }, now)).toBe(unsure)
  })
})

describe('a page', () => {
  it('says whose it is', () => {
    expect(viewerOf('<head><meta name="linnet-viewer" content="019a4b5c-6d7e-7f80-8123-456789abcdef"/></head>')).toBe(
      '019a4b5c-6d7e-7f80-8123-456789abcdef',
    )
    expect(viewerOf('<head></head><p>&lt;meta name="linnet-viewer" content="x"</p>')).toBeNull()
  })

  it('names the files it needs, each once', () => {
    const html = '<link href="/_next/static/a.css"/><script src="/_next/static/chunks/b~1.js"></script>"/_next/static/a.css" /_next/image'
    expect([...filesIn(html)]).toEqual(['/_next/static/a.css', '/_next/static/chunks/b~1.js'])
    expect([...filesIn('')]).toEqual([])
  })

  it('may have only files kept that never change', () => {
    expect(['/_next/static/a.js', '/_next/image', '/api/tweets', '/media/x', '/home'].filter(isFile)).toEqual(['/_next/static/a.js'])
  })
})
