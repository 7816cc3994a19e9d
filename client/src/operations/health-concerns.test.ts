import type { HealthReport } from '@yejibu/shared/wire/health'
import { expect, it } from 'vitest'
import { concernsOf } from './health-concerns.ts'

const GB = 1024 ** 3
const BACKUP = { at: '2026-11-20T18:00:00.000Z', facts: 100, folder: '/backup/2026-11-20', missing: 0 }
const WELL: HealthReport = {
  at: '2026-11-21T08:00:00.000Z',
  startedAt: '2026-11-01T08:00:00.000Z',
  trouble: null,
  evidenceTrouble: null,
  disk: { free: 40 * GB, total: 100 * GB },
  store: { kind: 'file', bytes: GB },
  ledger: { facts: 120, hash: 'a'.repeat(64), newestAt: '2026-11-21T07:59:00.000Z' },
  documents: 20,
  calendarThrough: 2027,
  clockAhead: null,
  backup: BACKUP,
  ...{ sockets: 3, openDocuments: 2, otherRelays: null, printing: 0, unshared: 0 },
  messages: { waiting: 0, givenUp: 0 },
}
const isOf = (change: Partial<HealthReport>) => concernsOf({ ...WELL, ...change }).map(({ is }) => is)

it('[CLIENT-480] a machine that is well and was backed up this week gives the operator nothing to do', () => {
  expect(isOf({})).toEqual([])
})

it('[CLIENT-480] names a store that refuses first, whatever the cause; one that this page does not know is told as refusing', () => {
  const since = '2026-11-21T07:00:00.000Z'
  expect(isOf({ trouble: { cause: 'disk-full', since }, disk: { free: 0, total: 100 * GB } })).toEqual([
    'disk-full',
    'disk-low',
  ])
  expect(isOf({ trouble: { cause: 'a-cause-of-tomorrow', since } })).toEqual(['store-refusing'])
})

it('[RELAY-363] names a store of files that takes none after the disk, with what to do; a cause that this page does not know is told as refusing', () => {
  const since = '2026-11-21T07:00:00.000Z'
  expect(concernsOf({ ...WELL, evidenceTrouble: { cause: 'evidence-key', since } })).toEqual([
    { is: 'evidence-key', kind: 'error', since },
  ])
  for (const cause of ['evidence-unknown-ca', 'evidence-expired', 'evidence-other-name', 'evidence-no-tls']) {
    expect(isOf({ evidenceTrouble: { cause, since } })).toEqual([cause])
  }
  const both = { trouble: { cause: 'disk-full', since }, evidenceTrouble: { cause: 'evidence-of-tomorrow', since } }
  expect(isOf(both)).toEqual(['disk-full', 'evidence-refusing'])
})

it('[CLIENT-480] a small disk is low at a tenth, a large one at five gigabytes', () => {
  expect(isOf({ disk: { free: 2 * GB, total: 10 * GB } })).toEqual([])
  expect(isOf({ disk: { free: 0.9 * GB, total: 10 * GB } })).toEqual(['disk-low'])
  expect(isOf({ disk: { free: 6 * GB, total: 2000 * GB } })).toEqual([])
  expect(isOf({ disk: { free: 4 * GB, total: 2000 * GB } })).toEqual(['disk-low'])
})

it('[CLIENT-480] an office without a backup of this week is told so, an empty one is not', () => {
  expect(isOf({ backup: null })).toEqual(['never-backed-up'])
  expect(isOf({ backup: null, ledger: { ...WELL.ledger, facts: 0 } })).toEqual([])
  const old = { at: '2026-11-14T07:00:00.000Z', facts: 1, folder: '/b', missing: 2 }
  expect(concernsOf({ ...WELL, backup: old })).toEqual([
    { is: 'backup-old', kind: 'warning', n: 7 },
    { is: 'backup-lacks', kind: 'warning', n: 2 },
  ])
  expect(isOf({ messages: { waiting: 9, givenUp: 4 } })).toEqual(['messages-given-up'])
})

it('[RELAY-374] printed files that a shared store does not take or let go of are told with how many they are', () => {
  expect(concernsOf({ ...WELL, unshared: 2 })).toEqual([{ is: 'archives-unshared', kind: 'warning', n: 2 }])
})

it('[CLIENT-512] from November, by the clock of Shanghai, the next year’s holidays are asked for until they are entered', () => {
  const told = (at: string, calendarThrough: number) =>
    concernsOf({ ...WELL, at, backup: { ...BACKUP, at }, calendarThrough })
  expect(told('2026-10-31T15:59:00.000Z', 2026)).toEqual([])
  expect(told('2026-10-31T16:00:00.000Z', 2026)).toEqual([{ is: 'calendar-ends', kind: 'warning', n: 2027 }])
  expect(told('2026-12-31T08:00:00.000Z', 2027)).toEqual([])
  expect(told('2027-03-01T08:00:00.000Z', 2026)).toEqual([{ is: 'calendar-ends', kind: 'warning', n: 2027 }])
})

it('[OPS-72] a clock that is seconds from the database’s is to be set, whichever way it is off', () => {
  for (const clockAhead of [0, 4_999, -4_999]) expect(isOf({ clockAhead }), `${clockAhead}`).toEqual([])
  for (const clockAhead of [180_000, -180_000]) {
    expect(concernsOf({ ...WELL, clockAhead })).toEqual([{ is: 'clock-apart', kind: 'warning', n: 180 }])
  }
})
