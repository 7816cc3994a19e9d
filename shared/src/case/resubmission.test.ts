import { describe, expect, test } from 'vitest'
import type { SubmitApplication } from '../application/submission.ts'
import { type CaseHistory, OWNER, officerAt } from '../testing/case-history.ts'
import { at, commandOn, MID, returned } from '../testing/case-rows.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { EMPLOYER } from '../testing/review-history.ts'
import { decideResubmission } from './resubmission.ts'

const ARCHIVE = readyArchive()

function resubmits(history: CaseHistory, change: Partial<SubmitApplication> = {}) {
  const { submission } = history.case.filed ?? {}
  if (!submission) throw new Error('nothing was submitted')
  const pulls = [ARCHIVE.profile, ...ARCHIVE.background, ARCHIVE.paper].map(({ item, digest }) => {
    return { item, digest, note: null }
  })
  const { application, form, plan } = submission
  const command = { application, plan: plan.id, planVersion: plan.version, form, pulls, ...change }
  const situation = {
    actor: OWNER,
    owner: OWNER.accountId,
    employer: EMPLOYER,
    review: ARCHIVE.history.review(),
    otherApplication: null,
  }
  return decideResubmission(history.case, command, situation, history.situation(OWNER))
}

function returnedByAnOffice(): CaseHistory {
  const history = at('stage-pending')()
  return history.does(officerAt('DEPT_M'), commandOn(history, 'return-from-stage'))
}

describe('a further round', () => {
  test('[CASE-6] is held to the rules of a first submission, and goes to the employer', () => {
    expect(resubmits(returned())).toMatchObject({
      ok: true,
      value: [{ kind: 'application-resubmitted', data: { to: 'employer', submission: { plan: { id: MID.id } } } }],
    })
    expect(resubmits(returned(), { pulls: [] })).toMatchObject({ ok: false, refusal: { kind: 'profile-not-pulled' } })
  })

  test('[CASE-6] what an office returned may come after the window, what the employer returned may not', () => {
    expect(resubmits(returned().later(90))).toMatchObject({ ok: false, refusal: { kind: 'plan-not-open' } })
    expect(resubmits(returnedByAnOffice().later(90))).toMatchObject({ ok: true })
  })

  test('[CASE-10] is not taken while somebody else has the case', () => {
    expect(resubmits(at('stage-pending')())).toMatchObject({ refusal: { kind: 'not-in-this-state' } })
  })
})
