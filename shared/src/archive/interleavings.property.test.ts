import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { play, scripts } from '../testing/interleavings.ts'

/** `YEJIBU_RUNS=10000` for the whole; a share of it in every run of the tests. `YEJIBU_SEED` runs one again. */
const RUNS = Number(process.env.YEJIBU_RUNS ?? 1000)
const SEED = Number(process.env.YEJIBU_SEED ?? Date.now() % 2 ** 31)

describe('three devices of one owner and a reviewer', () => {
  it(
    `[ARC-24] agree after any interleaving, with every action accounted for: ${RUNS} runs, seed ${SEED}`,
    () => {
      fc.assert(
        fc.property(scripts, (script) => {
          expect(play(script)).toEqual([])
        }),
        { numRuns: RUNS, seed: SEED },
      )
      // Only against a run that hangs, as in the package's own setting: the whole takes its time on a busy machine.
    },
    300 * RUNS,
  )
})
