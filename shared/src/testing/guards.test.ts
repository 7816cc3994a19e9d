/** `npm run guards` takes minutes for each guard; that its list still fits the code is known at once. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const E2E = join(ROOT, 'e2e')

interface Wall {
  readonly file: string
  readonly find: string
}

interface Guard extends Wall {
  readonly guard: string
  readonly test: string
  /** The test file that holds it, where it is no attack on a running office. */
  readonly unit?: string
  readonly also?: readonly Wall[]
}

const TITLE = /\b(?:test|it)\(\s*(['"`])(.*?)\1/gs
const SLOT = /\$\{[^}]*\}/

/** Whether a title, whose slots may stand for anything, can hold these words. */
function canHold(title: string, words: string): boolean {
  const [first = '', ...rest] = title.split(SLOT)
  if (rest.length === 0) return first.includes(words)
  return [first.replace(/^\[.*\]/, ''), ...rest].some(
    (piece) => piece.trim().length > 10 && words.includes(piece.trim()),
  )
}

const CONTRACT = /from '(\S+\.contract\.ts)'/g

/** Its own, and those of the contracts that it has every implementation keep. */
function titlesIn(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8')
  const own = [...text.matchAll(TITLE)].map(([, , title = '']) => title)
  return [...own, ...[...text.matchAll(CONTRACT)].flatMap(([, from = '']) => titlesIn(join(dirname(path), from)))]
}

const guards: readonly Guard[] = JSON.parse(readFileSync(join(E2E, 'attacks', 'guards.json'), 'utf8'))
const attacks = ['attacks', 'durability']
  .flatMap((folder) => readdirSync(join(E2E, folder)).map((name) => join(E2E, folder, name)))
  .filter((path) => path.endsWith('.spec.ts'))
  .flatMap(titlesIn)

describe.each(guards)('the guard against $guard', ({ test: words, unit, also = [], ...wall }) => {
  test('is tried by a test that exists', () => {
    const known = unit ? titlesIn(join(ROOT, unit)) : attacks
    expect(known.filter((title) => canHold(title, words))).not.toEqual([])
  })

  test.each([wall, ...also])('stands where the list says: $file', ({ file, find }) => {
    expect(readFileSync(join(ROOT, file), 'utf8').split(find).length - 1, 'how often').toBe(1)
  })
})
