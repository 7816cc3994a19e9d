import type { Item } from '@yejibu/shared/archive/item'
import { itemIdSchema } from '@yejibu/shared/kernel/ids'
import { describe, expect, it } from 'vitest'
import { createSearchIndex } from './search-index.ts'

function honor(n: number, name: string, fields: Readonly<Record<string, string>> = {}): Item {
  return {
    id: itemIdSchema.parse(`item-${n}`),
    part: 'honor',
    fields: { name, ...fields },
    evidence: [],
    salt: '',
    otherVersions: [],
    order: String(n),
  }
}

const ITEMS = [
  honor(1, '绍兴市科学技术进步奖', { grantYm: '202105', grantor: '绍兴市人民政府' }),
  honor(2, '剡溪断面水质监测优秀成果'),
  honor(3, 'ＥＩＡ报告质量奖', { grantor: '科学技术协会' }),
]

describe('looking for an entry', () => {
  const index = createSearchIndex()
  const find = (text: string) => index.search(ITEMS, text).map(({ id }) => id)

  it.each([
    ['by what its title says', '断面', ['item-2']],
    ['by the initials of its sounds', 'sxskx', ['item-1']],
    ['by initials in the middle', 'kxjs', ['item-1']],
    ['by whole sounds', 'shuizhi', ['item-2']],
    ['whatever the width and the case', 'eia', ['item-3']],
    ['by another field', '人民政府', ['item-1']],
    ['by year', '2021', ['item-1']],
    ['by several words, all of them', '绍兴 2021', ['item-1']],
    ['in vain', '专利', []],
  ])('[CLIENT-47] finds it %s', (_how, text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  it('[CLIENT-47] puts a title before what is found elsewhere', () => {
    expect(find('科学技术')).toEqual(['item-1', 'item-3'])
  })

  it('[CLIENT-47] finds as before after it was prepared in slices', async () => {
    const ahead = createSearchIndex()
    await ahead.prepare(ITEMS)
    expect(ahead.search(ITEMS, 'yx').map(({ id }) => id)).toEqual(['item-2'])
  })
})
