import type { StoredSubmission } from '@yejibu/shared/application/submission'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { expect, test } from 'vitest'
import { applicationsFrom, type OwnApplication } from '../application/own-applications.ts'
import { submissionFact } from '../application/testing/submission-fact.ts'
import { recordState } from './record-state.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const ID = 'xumingchuan.aaaaaaaa' as ApplicationId
const SUBMITTED: StoredSubmission = submissionFact(ID)
const { digest } = SUBMITTED.data
const STARTED = { id: ID, plan: PLAN.id, startedAt: '2022-09-02T00:00:00.000Z' }
const NOW = new Date('2022-09-20T00:00:00Z')

function then(...more: readonly (readonly [kind: string, data: object])[]): OwnApplication {
  const facts: Fact[] = [SUBMITTED]
  for (const [kind, data] of more) {
    const n = facts.length + 1
    facts.push({ ...SUBMITTED, kind, data: { digest, ...data }, n, seq: n } as Fact)
  }
  const [only] = applicationsFrom([STARTED], facts, [])
  if (!only) throw new Error('there is one application')
  return only
}

test('[CLIENT-224] what the employer has not opened may be taken back, and nothing else', () => {
  expect(recordState(then(), PLAN, NOW)).toMatchObject({ word: 'emp-pending', mayTakeBack: digest, round: 1 })
  const opened = recordState(then(['submission-opened', {}]), PLAN, NOW)
  expect(opened).toMatchObject({ word: 'emp-opened', mayTakeBack: null })
  const back = then(['submission-taken-back', {}])
  expect(recordState(back, PLAN, NOW)).toMatchObject({ word: 'taken-back', mayTakeBack: null, round: 0 })
  const again = then(['submission-taken-back', {}], ['application-resubmitted', { ...SUBMITTED.data, to: 'employer' }])
  expect(recordState(again, PLAN, NOW)).toMatchObject({ word: 'emp-pending', mayTakeBack: digest, round: 2 })
})

test('[CLIENT-224] a state is told in the domain’s words with its reason and what to do next', () => {
  const returned = recordState(then(['submission-returned', { reason: '缺少证明。', wrong: [] }]), PLAN, NOW)
  expect(returned).toMatchObject({
    word: 'emp-returned',
    next: 'emp-returned',
    tone: 'warn',
    values: { reason: '缺少证明' },
  })
  const rejected = recordState(then(['submission-rejected', { reason: '不在岗' }]), PLAN, NOW)
  expect(rejected).toMatchObject({ word: 'emp-rejected', tone: 'bad', values: { reason: '不在岗' } })
})

test.each<[string, string | null, string, number | undefined]>([
  ['2022-08-31T00:00:00Z', 'plan', 'notYet', undefined],
  ['2022-09-20T00:00:00Z', 'plan', 'draft', 41],
  ['2022-10-31T01:00:00Z', 'plan', 'draftToday', 0],
  ['2022-11-01T00:00:00Z', 'plan', 'expired', undefined],
  ['2022-09-20T00:00:00Z', null, 'unknown', undefined],
])('[CLIENT-224] a draft at %s under %s plan says: %s', (now, plan, next, days) => {
  const [draft] = applicationsFrom([STARTED], [], [])
  if (!draft) throw new Error('there is a draft')
  const state = recordState(draft, plan === null ? undefined : PLAN, new Date(now))
  expect([state.next, state.values.days]).toEqual([next, days])
})
