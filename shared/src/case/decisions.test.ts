import { describe, expect, test } from 'vitest'
import { CaseHistory, CLERK, EXPERTS, LEAD, OWNER, officerAt, orgFor, STRANGER } from '../testing/case-history.ts'
import { roundsUnder } from '../testing/case-moves.ts'
import { at, commandOn, MID, takenBack } from '../testing/case-rows.ts'
import { walk } from '../testing/case-walk.ts'
import { mayReadCase, tabCounts, tabFor } from './decisions.ts'

const [DEPT, HRSS, OFFICE] = [orgFor('DEPT_M'), orgFor('HRSS_M'), orgFor('MID_OFFICE')]

describe('an office', () => {
  test('[CASE-8] finds a case from when it stands there, under the tab of its own last decision', () => {
    const history = at('notice-cleared')()
    expect(tabFor(history.case, DEPT)).toBeNull()
    history.does(LEAD, commandOn(history, 'report-application'))
    expect([DEPT, HRSS].map((org) => tabFor(history.case, org))).toEqual(['pending', null])
    history.does(officerAt('DEPT_M'), commandOn(history, 'pass-stage'), commandOn(history, 'recommend-case'))
    expect([DEPT, HRSS, OFFICE].map((org) => tabFor(history.case, org))).toEqual(['passed', 'pending', null])
    history.does(officerAt('HRSS_M'), commandOn(history, 'return-from-stage'))
    expect([DEPT, HRSS].map((org) => tabFor(history.case, org))).toEqual(['passed', 'returned'])
    history.does(OWNER, { kind: 'resubmit-application', ...roundsUnder(MID)[2] })
    expect([DEPT, HRSS, OFFICE].map((org) => tabFor(history.case, org))).toEqual(['passed', 'returned', null])
  })

  test('[CASE-8] counts 全部 without what it returned', () => {
    const [waiting, passed, returned, rejected] = [
      at('stage-pending')(),
      at('stage-passed')(),
      back('return-from-stage'),
      back('reject-at-stage'),
    ]
    const cases = [waiting, passed, returned, rejected, at('emp-pending')()].map((history) => history.case)
    expect(tabCounts(cases, DEPT)).toEqual({ pending: 1, passed: 1, rejected: 1, returned: 1, all: 3 })
  })

  function back(kind: 'return-from-stage' | 'reject-at-stage'): CaseHistory {
    const history = at('stage-pending')()
    return history.does(officerAt('DEPT_M'), commandOn(history, kind))
  }

  test('[CASE-8] reads no case that has not come to it; a stranger reads none, the panel only its meeting’s', () => {
    const [expert] = EXPERTS
    if (!expert) throw new Error('an expert')
    const waiting = at('stage-pending')().case
    const readers = [OWNER, LEAD, CLERK, officerAt('DEPT_M'), officerAt('HRSS_M'), STRANGER, expert]
    expect(readers.map((actor) => mayReadCase(actor, waiting))).toEqual([true, true, true, true, false, false, false])
    const meeting = at('meeting-pending')()
    expect(mayReadCase(expert, meeting.case)).toBe(true)
    meeting.does(expert, { kind: 'recuse', reason: '与申报人有亲属关系' })
    expect(mayReadCase(expert, meeting.case)).toBe(false)
    expect([OWNER, CLERK].map((actor) => mayReadCase(actor, takenBack().case))).toEqual([true, false])
  })

  test('[CASE-10] every opinion of the way is kept in order, with who gave it', () => {
    const history = new CaseHistory(MID, { review: 0 }).submitted()
    walk(history, 'A-MUNI')
    expect(history.case.decisions.map(({ stage, verdict, by }) => `${stage} ${verdict} ${by}`)).toEqual([
      'EMP passed wangxiao',
      'EMP reported zhoumin',
      'DEPT_M passed officer-dept-m',
      'HRSS_M passed officer-hrss-m',
      'MID_OFFICE passed officer-mid-office',
    ])
  })
})
