import { fieldsOf } from '@yejibu/shared/archive/revision'
import { describe, expect, it } from 'vitest'
import { valueText } from './value-text.ts'

function read(part: 'paper' | 'work' | 'researchProject', name: string, value: string | null): string {
  const field = fieldsOf(part).find((one) => one.name === name)
  if (!field) throw new Error(`${part} has no field ${name}`)
  return valueText(field, value).zh
}

describe('a value in words', () => {
  it('[CLIENT-44] codes read as their labels, months as words, an open end as 至今', () => {
    expect(read('paper', 'paperType', 'journal')).toBe('期刊')
    expect(read('paper', 'isRepresentative', 'yes')).toBe('是')
    expect(read('paper', 'publishYm', '202206')).toBe('2022年6月')
    expect(read('work', 'endYm', null)).toBe('至今')
    expect(read('researchProject', 'amountWan', '12.50')).toBe('12.50万元')
  })

  it('[CLIENT-44] what cannot be understood is shown as written, and empty as empty', () => {
    expect(read('paper', 'paperType', 'poster')).toBe('poster')
    expect(read('paper', 'publishYm', '2022年夏')).toBe('2022年夏')
    expect(read('paper', 'title', null)).toBe('（空）')
  })
})
