/** V-QUOTA: 评聘结合, on both sides of the number of vacant posts, for plans that insist on it and plans that do not. */
import { describe, expect, test } from 'vitest'
import { CaseHistory, LEAD, submissionFor } from '../testing/case-history.ts'
import { MID } from '../testing/case-rows.ts'
import { moveOf, walkTo } from '../testing/case-walk.ts'
import type { CaseCommandOf } from './case-commands.ts'
import { overQuota, takesAPost, withinQuota } from './quota.ts'

const of = (staffing: string) => {
  const submission = submissionFor(MID)
  const { profile } = submission
  const fields = { ...profile.content.fields, staffing }
  return { ...submission, profile: { ...profile, content: { ...profile.content, fields } } }
}
const INSISTING = { ...MID, postQuotaRequired: true }

/** Somebody on the establishment, cleared for the report. */
function cleared(plan = INSISTING) {
  return walkTo(new CaseHistory(plan, { review: 18_000 }).submitted(), 'A-MUNI', 'notice-cleared')
}
function report(history: CaseHistory, vacancies: number | undefined, othersRecommended = 0) {
  const command = {
    ...moveOf(history, 'A-MUNI', 'report-application'),
    vacancies,
  } as CaseCommandOf<'report-application'>
  return history.asks(LEAD, command, { othersRecommended })
}

describe('V-QUOTA', () => {
  test.each([
    [3, 2, null],
    [3, 3, { kind: 'quota-exceeded', recommended: 4, vacancies: 3 }],
    [1, 0, null],
    [0, 0, { kind: 'quota-exceeded', recommended: 1, vacancies: 0 }],
  ] as const)(
    '[CASE-115] %i vacant posts and %i others: one more is too many or not',
    (vacancies, others, expected) => {
      expect(overQuota(vacancies, others)).toEqual(expected)
    },
  )

  test('[CASE-115] only who is on an institution’s establishment takes one of its posts', () => {
    expect(takesAPost(of('institutionQuota'))).toBe(true)
    for (const staffing of ['institutionNonQuota', 'entrepreneurshipLeave', 'enterprise', '']) {
      expect(takesAPost(of(staffing)), staffing).toBe(false)
      expect(withinQuota(INSISTING, of(staffing), null, 99).ok, staffing).toBe(true)
    }
  })

  test('[CASE-115] under a plan that insists, a report says how many posts are vacant and is refused beyond them', () => {
    const history = cleared()
    expect(report(history, undefined)).toMatchObject({ refusal: { kind: 'vacancies-missing' } })
    expect(report(history, 2, 2)).toMatchObject({ refusal: { kind: 'quota-exceeded', recommended: 3, vacancies: 2 } })
    expect(report(history, 3, 2)).toMatchObject({
      value: [{ kind: 'application-reported', data: { vacancies: 3 } }],
    })
  })

  test('[CASE-115] under another plan it is pointed out and does not stop: the number is recorded where it was said', () => {
    const history = cleared(MID)
    expect(report(history, 0, 5)).toMatchObject({ value: [{ data: { vacancies: 0 } }] })
    const silent = report(history, undefined, 5)
    expect(silent.ok && silent.value[0]?.data).not.toHaveProperty('vacancies')
  })
})
