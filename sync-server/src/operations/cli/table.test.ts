import { describe, expect, it } from 'vitest'
import { cellsOf, table } from './table.ts'

describe('a table in the terminal', () => {
  it('[OPS-10] begins each column in the same cell, whatever stands before it', () => {
    const text = table(
      ['编号', '名称'],
      [
        ['a', '甲'],
        ['单位', '（乙）'],
        ['𠮷', 'c'],
      ],
      '',
    )
    const starts = ['名称', '甲', '（乙）', 'c'].map((word, line) => {
      const row = text.split('\n')[line] ?? ''
      return cellsOf(row.slice(0, row.indexOf(word)))
    })
    expect(new Set(starts)).toEqual(new Set([6]))
  })
})
