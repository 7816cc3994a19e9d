import { describe, expect, it } from 'vitest'
import { caretAfterChange } from './bind-text.ts'
import { countCharacters } from './count-characters.ts'
import { formatMonth, parseMonth, tidyMonth } from './date-month.ts'

describe('a typed month', () => {
  it.each([
    ['202206', '202206'],
    [' 2022-6 ', '202206'],
    ['2022.06', '202206'],
    ['2022/12', '202212'],
    ['2022年6月', '202206'],
    ['２０２２０６', '202206'],
    ['2022-13', '2022-13'],
    ['202200', '202200'],
    ['20226', '20226'],
    ['去年', '去年'],
    ['', ''],
  ])('[CLIENT-65] %j is taken as %j', (typed, kept) => {
    expect(tidyMonth(typed)).toBe(kept)
  })

  it('[CLIENT-65] is read only when it is a month', () => {
    expect(parseMonth('202206')).toEqual({ year: 2022, month: 6 })
    expect(parseMonth('202213')).toBeNull()
    expect(parseMonth('2022')).toBeNull()
    expect(formatMonth({ year: 2022, month: 6 })).toBe('202206')
  })
})

describe('text', () => {
  it('[CLIENT-63] is counted by characters, not by code units or bytes', () => {
    expect(countCharacters('')).toBe(0)
    expect(countCharacters('𠮷')).toBe(1)
    expect(countCharacters('e\u0301')).toBe(1)
  })

  it.each([
    ['水质', '江水质', 1, 2],
    ['水质', '水质江', 1, 1],
    ['水质', '水质江', 2, 2],
    ['abcdef', 'abXXef', 3, 4],
    ['abc', '', 2, 0],
  ])('[CLIENT-62] a caret in %j → %j at %i goes to %i', (before, after, position, wanted) => {
    expect(caretAfterChange(before, after, position)).toBe(wanted)
  })
})
