import { afterEach, describe, expect, test, vi } from 'vitest'
import { clockSentence, watchClock } from '../operations/watch-clock.ts'
import { clockOfStore, ownClock } from './office-clock.ts'

const MINUTE = 60_000
const START = Date.parse('2026-11-22T01:00:00Z')

/** A database and a machine, each with a clock of its own; `pass` is what really passes. */
function machines({ ahead = 0 } = {}) {
  const made = {
    passed: 0,
    database: START,
    own: START + ahead,
    answersIn: 0,
    asked: 0,
    trouble: null as Error | null,
    held: Promise.resolve(),
  }
  const parts = {
    async storeTime() {
      made.asked++
      if (made.trouble) throw made.trouble
      await made.held
      const at = made.database + made.passed
      made.passed += made.answersIn
      return at
    },
    own: () => new Date(made.own + made.passed),
    monotonic: () => made.passed,
  }
  const pass = (ms: number) => {
    made.passed += ms
  }
  return { made, parts, pass }
}

afterEach(() => void vi.useRealTimers())

describe('the clock of an office that shares a database', () => {
  test('[RELAY-397] is the database’s and goes on evenly, whatever is done to the machine’s', async () => {
    const { made, parts, pass } = machines({ ahead: 3 * MINUTE })
    const clock = await clockOfStore(parts, null)
    expect([clock.now().getTime(), clock.ahead()]).toEqual([START, 3 * MINUTE])
    pass(MINUTE)
    made.own += 10 * MINUTE
    expect(clock.now().getTime()).toBe(START + MINUTE)
    await clock.look()
    expect([clock.now().getTime(), clock.ahead()]).toEqual([START + MINUTE, 13 * MINUTE])
  })

  test('[RELAY-397] is looked at again before a decision where the machine slept or its clock was set, and not otherwise', async () => {
    const { made, parts, pass } = machines()
    const clock = await clockOfStore(parts, null)
    const { asked } = made
    pass(MINUTE)
    await clock.lookWhenUneven()
    expect(made.asked).toBe(asked)
    // Asleep: time passed for everybody but for what counts its running.
    made.database += 30 * MINUTE
    made.own += 30 * MINUTE
    expect(clock.now().getTime()).toBe(START + MINUTE)
    await clock.lookWhenUneven()
    expect(clock.now().getTime()).toBe(START + 31 * MINUTE)
    expect(made.asked).toBe(asked + 1)
  })

  test('[RELAY-397] takes half of the way for the way back, and leaves out an answer that was long on its way', async () => {
    const { made, parts } = machines()
    const clock = await clockOfStore(parts, null)
    made.answersIn = 400
    await clock.look()
    expect(clock.now().getTime() - made.database - made.passed).toBe(-200)
    made.answersIn = 20_000
    await clock.look()
    expect(clock.now().getTime() - made.database - made.passed).toBe(-200)
  })

  test('[RELAY-397] is looked at again and again by a relay, until it closes', async () => {
    vi.useFakeTimers()
    const { made, parts } = machines()
    const clock = await clockOfStore(parts, 10_000)
    const heard: number[] = []
    clock.onLook((ahead) => heard.push(ahead))
    made.own += MINUTE
    await vi.advanceTimersByTimeAsync(10_000)
    made.own -= MINUTE
    await vi.advanceTimersByTimeAsync(10_000)
    expect(heard).toEqual([MINUTE, 0])
    clock.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toHaveLength(2)
  })

  test('[RELAY-397] is the machine’s own where nothing is shared', async () => {
    const clock = ownClock(() => new Date(START))
    expect([clock.now().getTime(), clock.ahead()]).toEqual([START, null])
  })
})

test('[OPS-72] the journal says once that the clocks are apart, by how much and which way, and again when they come apart again', async () => {
  const { made, parts } = machines({ ahead: -3 * MINUTE })
  const clock = await clockOfStore(parts, null)
  const said: string[] = []
  const journal = { warn: (_: object, message: string) => void said.push(message), error: () => {} }
  const stop = watchClock(clock, journal, { failed: () => {} })
  await clock.look()
  expect(said).toEqual([expect.stringMatching(/慢 180 秒.+\/ .+180 s behind/)])
  made.own = START
  await clock.look()
  made.own = START + 6_000
  await clock.look()
  expect(said.slice(1)).toEqual([clockSentence(6_000)])
  expect(said[1]).toMatch(/快 6 秒/)
  stop()
  made.own = START
  await clock.look()
  made.own = START + MINUTE
  await clock.look()
  expect(said).toHaveLength(2)
})

test('[OPS-73] a database that keeps people waiting is not asked again before it has answered, and counts as away meanwhile', async () => {
  vi.useFakeTimers()
  const { made, parts } = machines()
  const clock = await clockOfStore(parts, 10_000)
  const { asked } = made
  const failures: unknown[] = []
  clock.onTrouble((error) => failures.push(error))
  let answer = () => {}
  made.held = new Promise((done) => {
    answer = done
  })
  await vi.advanceTimersByTimeAsync(30_000)
  expect([made.asked - asked, failures.length]).toEqual([1, 2])
  answer()
  await vi.advanceTimersByTimeAsync(10_000)
  expect([made.asked - asked, failures.length]).toEqual([2, 2])
  clock.close()
})

test('[OPS-73] a database that does not answer is told to the watch each time and to the journal once, until it has answered', async () => {
  vi.useFakeTimers()
  const { made, parts } = machines()
  const clock = await clockOfStore(parts, 10_000)
  const [said, failures]: [string[], unknown[]] = [[], []]
  const journal = { warn: () => {}, error: (_: object, message: string) => void said.push(message) }
  watchClock(clock, journal, { failed: (error) => failures.push(error) })
  made.trouble = Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(failures).toHaveLength(3)
  expect(said).toEqual([expect.stringMatching(/^--store：数据库的证书已过期/)])
  made.trouble = null
  await vi.advanceTimersByTimeAsync(10_000)
  made.trouble = new Error('away')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(said.slice(1)).toEqual([expect.stringContaining('连不上数据库')])
  clock.close()
})
