import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importSpecifiers, layerViolations, type Violation } from './layers.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** The rules broken by a tree given as path → text. */
function rulesBroken(tree: Record<string, string>): Violation['rule'][] {
  return violationsOf(tree).map((violation) => violation.rule)
}

function violationsOf(tree: Record<string, string>): Violation[] {
  return layerViolations(Object.entries(tree).map(([path, text]) => ({ path, text })))
}

describe('reading imports', () => {
  test.each([
    ["import { a } from './a.ts'", ['./a.ts']],
    ["import type { A } from './a.ts'", ['./a.ts']],
    ["import {\n  a,\n  type B,\n} from './a.ts'", ['./a.ts']],
    ["export { a } from './a.ts'", ['./a.ts']],
    ["export * as a from './a.ts'", ['./a.ts']],
    ["import './base.css'", ['./base.css']],
    ["const page = lazy(() => import('./page.tsx'))", ['./page.tsx']],
    ["let a: import('./a.ts').A", ['./a.ts']],
    ["import data from './a.json' with { type: 'json' }", ['./a.json']],
    ["// import { a } from './a.ts'", []],
    ["/*\nimport { a } from './a.ts'\n*/", []],
    ["const link = 'https://a.example/'\nimport { a } from './a.ts'", ['./a.ts']],
    ["export interface A {\n  readonly kind: 'x'\n}", []],
    ["export type A = 'x' | 'y'", []],
  ])('%j', (text, specifiers) => {
    expect(importSpecifiers(text)).toEqual(specifiers)
  })
})

describe('a slice imports what is left of it', () => {
  test('importing to the left is fine, in and across packages', () => {
    const tree = {
      'shared/src/archive/item.ts': '',
      'shared/src/review/review.ts': "import { item } from '../archive/item.ts'",
      'sync-server/src/review/review-routes.ts': "import { item } from '@yejibu/shared/archive/item'",
    }
    expect(rulesBroken(tree)).toEqual([])
  })

  test.each([
    ['shared/src/archive/item.ts', "import { review } from '../review/review.ts'"],
    ['shared/src/archive/item.ts', "import type { Review } from '../review/review.ts'"],
    ['sync-server/src/archive/archive-routes.ts', "import { review } from '@yejibu/shared/review/review'"],
    ['client/src/account/sign-in.tsx', "const load = () => import('@yejibu/shared/review/review')"],
  ])('%s may not say: %s', (path, text) => {
    expect(rulesBroken({ [path]: text, 'shared/src/review/review.ts': '' })).toEqual(['slice-order'])
  })

  test('a test may look to the right of its slice', () => {
    const tree = {
      'shared/src/archive/item.test.ts': "import { review } from '../review/review.ts'",
      'shared/src/review/review.ts': '',
    }
    expect(rulesBroken(tree)).toEqual([])
  })

  test('wire may know a slice, and no rule may know wire', () => {
    const wire = { 'shared/src/wire/commands.ts': "import { review } from '../review/review.ts'" }
    expect(rulesBroken({ ...wire, 'shared/src/review/review.ts': '' })).toEqual([])
    const knowing = {
      'shared/src/review/review.ts': "import { feed } from '../wire/feed.ts'",
      'shared/src/wire/feed.ts': '',
    }
    expect(rulesBroken(knowing)).toEqual(['rule-knows-wire'])
    const route = { 'sync-server/src/review/routes.ts': "import { feed } from '@yejibu/shared/wire/feed'" }
    expect(rulesBroken({ ...route, 'shared/src/wire/feed.ts': '' })).toEqual([])
  })
})

describe('the packages go client → shared ← sync-server', () => {
  test.each([
    ['client/src/app.tsx', "import { app } from '../../sync-server/src/app.ts'", 'package-order'],
    ['client/src/app.tsx', "import { app } from '@yejibu/sync-server/src/app.ts'", 'package-order'],
    ['sync-server/src/app.ts', "import { app } from '../../client/src/app.tsx'", 'package-order'],
    ['shared/src/kernel/ids.ts', "import { app } from '../../../client/src/app.tsx'", 'package-order'],
    ['shared/src/kernel/ids.ts', "import { readFileSync } from 'node:fs'", 'shared-is-pure'],
    ['shared/src/kernel/ids.ts', "import { createSignal } from 'solid-js'", 'shared-is-pure'],
    ['shared/src/kernel/ids.ts', "import { expect } from 'vitest'", 'shared-is-pure'],
  ])('%s may not say: %s', (path, text, rule) => {
    const tree = { 'client/src/app.tsx': '', 'sync-server/src/app.ts': '', [path]: text }
    expect(rulesBroken(tree)).toEqual([rule])
  })

  test('shared may use the pure packages, and its tests Node', () => {
    const tree = {
      'shared/src/kernel/canonical.ts': "import { sha256 } from '@noble/hashes/sha2.js'\nimport * as z from 'zod/mini'",
      'shared/src/kernel/canonical.test.ts': "import { readFileSync } from 'node:fs'\nimport fc from 'fast-check'",
    }
    expect(rulesBroken(tree)).toEqual([])
  })

  test('ui/ imports no slice of the client', () => {
    const tree = {
      'client/src/ui/button.tsx': "import { item } from '../archive/item.ts'",
      'client/src/archive/item.ts': '',
    }
    expect(rulesBroken(tree)).toEqual(['ui-knows-slice'])
  })
})

describe('the shape of the tree', () => {
  test('a circle of imports is reported once, with its way, type-only imports too', () => {
    const tree = {
      'sync-server/src/relay/a.ts': "import type { B } from './b.ts'",
      'sync-server/src/relay/b.ts': "import { c } from './c.ts'",
      'sync-server/src/relay/c.ts': "import { a } from './a.ts'",
      'sync-server/src/relay/d.ts': "import { a } from './a.ts'",
    }
    expect(violationsOf(tree)).toEqual([
      expect.objectContaining({
        rule: 'import-cycle',
        message: expect.stringContaining('a.ts → sync-server/src/relay/b.ts'),
      }),
    ])
  })

  test.each([
    ['client/src/ui/index.ts', 'barrel-file', "export { a } from './a.ts'\nexport const b = 1\n"],
    ['client/src/ui/all.ts', 'barrel-file', "/** All. */\nexport * from './a.ts'\nexport { b } from './b.ts'\n"],
    ['client/src/utils/a.ts', 'folder-name', ''],
    ['client/src/sync/lib/a.ts', 'folder-name', ''],
    ['client/src/sync/openDocument.ts', 'file-name', ''],
    ['client/src/Sync/open-document.ts', 'file-name', ''],
    ['client/src/sync/long.ts', 'file-length', 'a\n'.repeat(301)],
    ['client/src/sync/a.ts', 'unresolved-import', "import { b } from './b'"],
    ['client/src/sync/a.ts', 'type-name', 'export class SyncManager {}'],
  ])('%s breaks %s', (path, rule, text) => {
    expect(rulesBroken({ [path]: text })).toEqual([rule])
  })

  test.each([
    ['client/src/ui/index.ts', "import './a.css'\nrender()\n"],
    ['client/src/sync/facts.property.test.ts', ''],
    ['sync-server/src/store/migrations/0001-ledger.ts', ''],
    ['client/src/sync/long.ts', 'a\n'.repeat(300)],
    ['client/src/sync/re-export.ts', "export { a } from './a.ts'\nexport const b = 1\n"],
  ])('%s is fine', (path, text) => {
    expect(rulesBroken({ [path]: text })).toEqual([])
  })
})

describe('the project itself', () => {
  test('keeps the order of its layers', () => {
    const files = ['client', 'sync-server', 'shared', 'e2e', 'scripts'].flatMap(sourceFiles)
    expect(files.length).toBeGreaterThan(50)
    const broken = layerViolations(files).map(({ path, rule, message }) => `${path}: ${rule}: ${message}`)
    expect(broken).toEqual([])
  })
})

function sourceFiles(folder: string): { path: string; text: string }[] {
  return filesBelow(join(ROOT, folder))
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file))
    .map((file) => ({ path: relative(ROOT, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'dev-dist', 'test-results', 'playwright-report'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
