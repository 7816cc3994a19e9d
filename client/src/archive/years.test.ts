import type { Item } from '@yejibu/shared/archive/item'
import { itemIdSchema } from '@yejibu/shared/kernel/ids'
import { expect, it } from 'vitest'
import { yearsOf } from './years.ts'

function work(id: string, fields: Readonly<Record<string, string>>): Item {
  return { id: itemIdSchema.parse(id), part: 'work', fields, evidence: [], salt: '', otherVersions: [], order: id }
}

it('[CLIENT-38] by year, the newest first, what goes on where it began, and what has no date before everything', () => {
  const items = [
    work('old', { beginYm: '201001', endYm: '201212' }),
    work('now', { beginYm: '202103' }),
    work('undated', {}),
    work('older', { beginYm: '201001', endYm: '201203' }),
  ]
  expect(yearsOf(items).map(({ year, items: found }) => [year, found.map(({ id }) => id)])).toEqual([
    ['', ['undated']],
    ['2021', ['now']],
    ['2012', ['old', 'older']],
  ])
})
