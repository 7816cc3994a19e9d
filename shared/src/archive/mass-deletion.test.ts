import { describe, expect, it } from 'vitest'
import { isMassDeletion } from './mass-deletion.ts'

describe('deleting many entries', () => {
  it.each([
    [1, 1, false],
    [2, 3, false],
    [3, 15, false],
    [3, 14, true],
    [30, 2_000, false],
    [31, 2_000, true],
  ])('[ARC-32] %i of %i: asked about is %s', (count, total, expected) => {
    expect(isMassDeletion(count, total)).toBe(expected)
  })
})
