import { expect, test } from 'vitest'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import type { ApplicationForm } from './application-doc.ts'
import { formProblems } from './submission.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const FORM: ApplicationForm = {
  type: 'normal',
  ticks: [],
  category: 'monitoring',
  acceptancePoint: 'yuecheng',
  statement: '任现职以来，主要从事地表水自动监测。',
}
const problems = (form: Partial<ApplicationForm>) => formProblems(PLAN, { ...FORM, ...form })

test('[APP-8] names every field that is missing or unknown', () => {
  expect(problems({ type: '', category: '', acceptancePoint: 'hangzhou', statement: ' \n ' })).toEqual([
    { field: 'type', code: 'required' },
    { field: 'category', code: 'required' },
    { field: 'acceptancePoint', code: 'unknown' },
    { field: 'statement', code: 'V-STMT-EMPTY' },
  ])
})

test('[APP-8] a type’s required tick must be there and a foreign one must not (V-TICK)', () => {
  expect(problems({ type: 'transfer' })).toEqual([{ field: 'ticks', code: 'V-TICK' }])
  expect(problems({ type: 'transfer', ticks: ['transfer'] })).toEqual([])
  expect(problems({ ticks: ['transfer'] })).toEqual([{ field: 'ticks', code: 'unknown' }])
})

test('[APP-12] the statement holds 1000 code points, line breaks not counted (V-STMT-LEN)', () => {
  expect(problems({ statement: `${'测𠮷'.repeat(500)}\n\n` })).toEqual([])
  expect(problems({ statement: `${'测\n'.repeat(1000)}验` })).toEqual([
    { field: 'statement', code: 'V-STMT-LEN', count: 1001, max: 1000 },
  ])
})
