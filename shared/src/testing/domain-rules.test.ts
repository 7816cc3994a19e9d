import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { DOMAIN_RULES } from './domain-rules.ts'
import { type TextFile, unsaidRules } from './spec-citations.ts'

const TEST_FILE = /\.(test|contract)\.tsx?$/

const titled = (title: string): TextFile[] => [{ path: 'a.test.ts', text: `test('${title}', () => {})` }]

describe('comparing the domain’s sentences with the tests', () => {
  const rules = [{ code: 'V-SELF', sentences: ['须达到{t}分，当前{n}分。'] }]
  const saying = (sentence: string) => titled(`[${'ARC'}-1] says “${sentence}”`)

  test('[PLAN-67] a sentence is said word for word, with any value in its places', () => {
    expect(unsaidRules(rules, saying('须达到80分，当前79.9分。'))).toEqual([])
    for (const other of ['须达到80分，当前79.9分', '须达到80分，现79.9分。', '须达到分，当前79分。']) {
      expect(unsaidRules(rules, saying(other))).toEqual(['V-SELF: 须达到{t}分，当前{n}分。'])
    }
  })

  test('[PLAN-67] a file that cites no rule is no test of one', () => {
    expect(unsaidRules(rules, titled('says 须达到80分，当前79.9分。'))).toHaveLength(1)
  })
})

test('[PLAN-67] every rule of the domain has a code of its own and is held by a test with its very sentence', () => {
  expect(new Set(DOMAIN_RULES.map(({ code }) => code)).size).toBe(DOMAIN_RULES.length)
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const tests = ['shared', 'sync-server', 'client'].flatMap((name) => {
    const folder = join(root, name, 'src')
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => TEST_FILE.test(path))
    return paths.map((path): TextFile => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  })
  expect(tests.length).toBeGreaterThan(0)
  expect(unsaidRules(DOMAIN_RULES, tests)).toEqual([])
})
