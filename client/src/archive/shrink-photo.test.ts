import { describe, expect, it } from 'vitest'
import { mayShrink, shrunkSize } from './shrink-photo.ts'

describe('making a photo smaller', () => {
  it('[CLIENT-92] keeps its proportions and never makes it larger', () => {
    expect(shrunkSize(4800, 3600)).toEqual({ width: 2400, height: 1800 })
    expect(shrunkSize(3000, 6000)).toEqual({ width: 1200, height: 2400 })
    expect(shrunkSize(800, 600)).toEqual({ width: 800, height: 600 })
    expect(shrunkSize(100_000, 1)).toEqual({ width: 2400, height: 1 })
  })

  it('[CLIENT-92] is offered for large pictures alone', () => {
    const large = 5 * 1024 * 1024
    expect(mayShrink({ type: 'image/jpeg', size: large })).toBe(true)
    expect(mayShrink({ type: 'application/pdf', size: large })).toBe(false)
    expect(mayShrink({ type: 'image/png', size: 1000 })).toBe(false)
  })
})
