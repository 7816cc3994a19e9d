import { describe, expect, it } from 'vitest'
import { createDeletionBrake } from './create-deletion-brake.ts'

function braked(total: number) {
  let [left, clock] = [total, 1_000_000]
  const brake = createDeletionBrake({ times: [], total: () => left, now: () => clock })
  return {
    brake,
    left: () => left,
    remove: (count: number) =>
      brake.attempt(count, () => {
        left -= count
      }),
    pass: (minutes: number) => {
      clock += minutes * 60_000
    },
  }
}

describe('the brake on deleting', () => {
  it('[CLIENT-49] lets single deletions through and asks when they add up to more than a fifth', () => {
    const { brake, left, remove } = braked(20)
    for (let n = 0; n < 4; n++) remove(1)
    expect([left(), brake.question()]).toEqual([16, null])
    remove(1)
    expect(left()).toBe(16)
    expect(brake.question()).toMatchObject({ count: 1, recent: 4 })
    brake.confirm()
    expect([left(), brake.question()]).toEqual([15, null])
  })

  it('[CLIENT-49] asks before taking back an import of more than 30, and a no deletes nothing', () => {
    const { brake, left, remove } = braked(2_000)
    remove(31)
    expect(brake.question()).toMatchObject({ count: 31 })
    brake.cancel()
    expect([left(), brake.question()]).toEqual([2_000, null])
  })

  it('[CLIENT-49] forgets what was deleted more than ten minutes ago', () => {
    const { brake, left, remove, pass } = braked(20)
    for (let n = 0; n < 4; n++) remove(1)
    pass(11)
    remove(1)
    expect([left(), brake.question()]).toEqual([15, null])
  })
})
