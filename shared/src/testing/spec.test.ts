import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { specGaps, type TextFile } from './spec-citations.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

const spec = (...ids: string[]): TextFile[] => [
  { path: 'SPEC.md', text: ids.map((id) => `- **[${id}]** A rule.`).join('\n') },
]

const titled = (...titles: string[]): TextFile[] => [
  { path: 'a.test.ts', text: titles.map((title) => `test('${title}', () => {})`).join('\n') },
]

describe('comparing rules with the titles of tests', () => {
  test('every rule cited and every citation defined is no gap', () => {
    const gaps = specGaps(spec('ARC-1', 'ARC-2', 'ARC-3'), titled('[ARC-1] holds', '[ARC-2] [ARC-3] hold together'))
    expect(gaps).toEqual({ untested: [], undefinedIds: [], repeated: [] })
  })

  test('a rule whose id stands only in the middle of a title is untested', () => {
    expect(specGaps(spec('ARC-1'), titled('as [ARC-1] says')).untested).toEqual(['ARC-1'])
  })

  test('a rule that is only mentioned in a SPEC.md is not defined there', () => {
    const mention = [{ path: 'SPEC.md', text: 'See [ARC-1].' }]
    expect(specGaps(mention, titled('[ARC-1] holds')).undefinedIds).toEqual(['ARC-1 (a.test.ts)'])
  })

  test('an id defined twice is reported', () => {
    expect(specGaps([...spec('ARC-1'), ...spec('ARC-1')], titled('[ARC-1] holds')).repeated).toEqual(['ARC-1'])
  })
})

describe('the project itself', () => {
  test('every rule of a SPEC.md is held by a test, and every rule a test names is written down', () => {
    const files = ['shared', 'sync-server', 'client', 'e2e'].flatMap((folder) => filesBelow(join(ROOT, folder)))
    const specs = files.filter((path) => path.endsWith(`${sep}SPEC.md`)).map(read)
    // This file's own titles are examples.
    const tests = files.filter((path) => TEST_FILE.test(path) && path !== fileURLToPath(import.meta.url)).map(read)
    expect(specs.length).toBeGreaterThan(0)
    expect(specGaps(specs, tests)).toEqual({ untested: [], undefinedIds: [], repeated: [] })
  })
})

const TEST_FILE = /\.(test|spec|contract)\.tsx?$/

function read(path: string): TextFile {
  return { path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'dev-dist', 'test-results', 'playwright-report'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
