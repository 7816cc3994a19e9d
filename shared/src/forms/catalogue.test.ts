import { describe, expect, test } from 'vitest'
import { CaseHistory, CLERK, LEAD, OWNER, officerAt, orgFor, STRANGER, submissionFor } from '../testing/case-history.ts'
import { PLAN, subjectOf } from '../testing/form-subject.ts'
import { offersFor, printedFor } from './catalogue.ts'
import { OWN_SHEET } from './direct-forms.ts'
import { wordsOf } from './form.ts'
import { FORM_KINDS } from './form-kind.ts'
import { groupFor, specialOf } from './group-forms.ts'
import { isFinal } from './moments.ts'
import type { Subject } from './subject.ts'

function subjectIn(history: CaseHistory): Subject {
  const submission = history.case.filed?.submission ?? submissionFor(PLAN)
  return { ...subjectOf(), submission, plan: history.plan, case: history.case }
}

describe('who prints what', () => {
  const submitted = subjectIn(new CaseHistory(PLAN).submitted())
  const kinds = (actor: Parameters<typeof offersFor>[0], subject = submitted) =>
    offersFor(actor, subject).map(({ kind }) => kind)

  test('[FORM-7] the applicant her own papers, HR also the notice, a stranger and an office it has not reached nothing', () => {
    expect(kinds(OWNER)).toEqual(expect.arrayContaining(['evaluation', 'pledge', 'bag-cover', 'material-list']))
    expect(kinds(OWNER)).not.toContain('publicity')
    for (const hr of [LEAD, CLERK]) expect(kinds(hr)).toEqual(expect.arrayContaining(['publicity', 'evaluation']))
    expect(kinds(STRANGER)).toEqual([])
    expect(kinds(officerAt('DEPT_M'))).toEqual([])
    for (const kind of FORM_KINDS) expect(printedFor(STRANGER, submitted, kind), kind).toBeNull()
  })

  test("[FORM-7] what was taken back is its owner's alone again", () => {
    const history = new CaseHistory(PLAN).submitted()
    const digest = history.case.filed?.digest ?? ''
    const taken = subjectIn(history.does(OWNER, { kind: 'take-back-submission', digest }))
    expect(kinds(LEAD, taken)).toEqual([])
    expect(kinds(OWNER, taken)).toContain('evaluation')
  })

  test('[FORM-32] a form whose official layout is in no source is a sheet of the employer’s own, and the paper says so', () => {
    const direct = {
      ...submitted,
      submission: { ...submitted.submission, form: { ...submitted.submission.form, type: 'selfEval' } },
    }
    expect(offersFor(OWNER, direct)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'direct-recommendation', number: 11, state: 'own' })]),
    )
    const paper = printedFor(OWNER, direct, 'direct-recommendation')
    expect(paper && wordsOf(paper)).toContain(OWN_SHEET)
    expect(printedFor(OWNER, direct, 'direct-abc')).toBeNull()
  })

  test('[FORM-3] the evaluation form is a preview until the plan lets it be printed for good', () => {
    expect(isFinal(submitted)).toBe(false)
    expect(offersFor(OWNER, submitted).find(({ kind }) => kind === 'evaluation')?.state).toBe('preview')
    const due: Subject = {
      ...submitted,
      case: { ...submitted.case, state: { kind: 'form-due', stage: 'FORM', isExported: false } },
    }
    expect(isFinal(due)).toBe(true)
  })

  test("[FORM-8] a group's form is about whom the organisation passed, and nobody else", () => {
    const org = submitted.submission.employer.id
    expect(groupFor('publicity', [submitted], org, 'employer')).toEqual([])
    const history = new CaseHistory(PLAN).submitted()
    const { filed } = history.case
    const digest = filed?.digest ?? ''
    const checks = Object.keys(filed?.lines ?? {}).map((line) => ({ line, verdict: 'right' as const, remark: null }))
    history.does(
      CLERK,
      { kind: 'open-submission', digest },
      { kind: 'check-lines', digest, checks },
      { kind: 'pass-eligibility', digest, opinion: '材料齐全，同意。' },
    )
    const passed = subjectIn(history)
    expect(groupFor('publicity', [passed], org, 'employer')).toEqual([passed])
    expect(groupFor('publicity', [passed], officerAt('DEPT_M').memberships[0]?.orgId ?? org, 'employer')).toEqual([])
    expect(groupFor('roster', [passed], org, 'employer')).toEqual([])
  })

  test("[FORM-24] a person is in the meeting's group from the day her sealed form was handed in", () => {
    const meeting = orgFor('MID_MEETING')
    const stops = (['EMP', 'FEE', 'FORM', 'MID_MEETING'] as const).map((stage) => ({ stage, org: orgFor(stage) }))
    // One office for the form and the meeting, as most have it: else the meeting's tab is empty by itself.
    const route = { chain: 'A', stops: stops.map((stop) => (stop.stage === 'FORM' ? { ...stop, org: meeting } : stop)) }
    const at = (state: Subject['case']['state']): Subject => ({
      ...submitted,
      case: { ...submitted.case, route, state },
    })
    const due = at({ kind: 'form-due', stage: 'FORM', isExported: true })
    const delivered = at({ kind: 'form-delivered', stage: 'MID_MEETING' })
    expect(groupFor('roster', [due, delivered], meeting, 'office')).toEqual([delivered])
  })

  test("[FORM-23] on the roster stands the office's word, also that nobody is special", () => {
    const landmark = {
      ...submitted,
      submission: { ...submitted.submission, form: { ...submitted.submission.form, type: 'landmark' } },
    }
    const marked = (rosterMark: 'skilled' | null): Subject => ({ ...landmark, case: { ...landmark.case, rosterMark } })
    expect(specialOf(landmark)).toBe('expert-nomination')
    expect(specialOf(marked('skilled'))).toBe('skilled')
    expect(specialOf(marked(null))).toBeNull()
  })
})
