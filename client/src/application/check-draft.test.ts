// @vitest-environment node
import type { ApplicationDraft } from '@yejibu/shared/application/application-doc'
import { NOTHING_FILED } from '@yejibu/shared/application/filing'
import { decideSubmission } from '@yejibu/shared/application/submission'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { type ReadyArchive, readyArchive } from '@yejibu/shared/testing/ready-archive'
import { EMPLOYER } from '@yejibu/shared/testing/review-history'
import { describe, expect, it } from 'vitest'
import { checkDraft, type DraftSituation, isBlocking } from './check-draft.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const NOW = new Date('2022-09-15T02:00:00Z')
const EMPTY = { type: '', ticks: [], category: '', acceptancePoint: '', statement: '' }
const FORM = { type: 'normal', ticks: [], category: 'monitoring', acceptancePoint: 'yuecheng', statement: '述职。' }

function draftOf(ready: ReadyArchive, change: Partial<ApplicationDraft> = {}): ApplicationDraft {
  const pulls = [...ready.background, ready.paper].map(({ item, digest }) => ({ item, digest, note: null }))
  return { plan: PLAN.id, planVersion: 1, form: FORM, pulls, filing: NOTHING_FILED, ...change }
}

function situationOf(ready: ReadyArchive, change: Partial<DraftSituation> = {}): DraftSituation {
  return {
    plan: PLAN,
    latest: PLAN,
    review: ready.history.review(),
    owner: ready.history.owner,
    employer: EMPLOYER.id,
    files: new Map(),
    other: null,
    bans: [],
    now: NOW,
    isShown: () => true,
    ...change,
  }
}
const kinds = (check: ReturnType<typeof checkDraft>) => check.problems.map(({ about }) => about)

describe('checking a draft', () => {
  it('[CLIENT-76] finds nothing where the relay would find nothing, and hands over what the relay then freezes', () => {
    const ready = readyArchive()
    const check = checkDraft(draftOf(ready), situationOf(ready))
    expect(check.problems).toEqual([])
    const owner = ready.history.owner
    const decided = decideSubmission(
      {
        application: `${owner}.aaaaaaaa` as ApplicationId,
        plan: PLAN.id,
        planVersion: 1,
        form: check.form,
        pulls: check.pulls,
      },
      {
        actor: { accountId: owner, memberships: [] },
        owner,
        employer: EMPLOYER,
        plan: PLAN,
        review: ready.history.review(),
        submittedAt: null,
        otherApplication: null,
        now: NOW,
      },
    )
    if (!decided.ok) throw new Error(decided.refusal.kind)
    const { submission } = decided.value[0].data
    expect(submission.pulls.map(({ content }) => content)).toEqual(check.items.map(({ approval }) => approval.content))
    expect(submission.profile.digest).toBe(check.profile?.digest)
  })

  it('[CLIENT-76] tells everything at once: form, pulls, hours and assessments', () => {
    const ready = readyArchive()
    const problems = kinds(checkDraft(draftOf(ready, { form: EMPTY, pulls: [] }), situationOf(ready)))
    expect(problems.filter((about) => about === 'form')).toHaveLength(4)
    // Three years without hours in total, of the specialty and of public subjects, and the assessments.
    expect(problems.filter((about) => about === 'eligibility')).toHaveLength(10)
  })

  it('[CLIENT-76] warns of too many achievements and of hours of one subject without stopping anybody', () => {
    const ready = readyArchive()
    const papers = Array.from({ length: 21 }, (_, n) =>
      ready.history.revision(`paper-x${n}`, 'paper', { title: `论文${n}`, publishYm: '202106' }),
    )
    for (const paper of papers) ready.history.send(paper).approve(paper)
    const pulls = [...ready.background, ...papers].map(({ item, digest }) => ({ item, digest, note: null }))
    const check = checkDraft(draftOf(ready, { pulls }), situationOf(ready))
    expect(check.problems).toEqual([
      { about: 'many', problem: { gate: 'G5', kind: 'many-pulls', count: 21, manyAbove: 20 } },
    ])
    expect(check.problems.some(isBlocking)).toBe(false)
  })

  it('[CLIENT-72] outside the window, under an older version, or beside another submission nothing goes', () => {
    const ready = readyArchive()
    const blocked = (change: Partial<DraftSituation>) =>
      checkDraft(draftOf(ready), situationOf(ready, change)).problems.filter(isBlocking)
    expect(blocked({ now: new Date('2022-10-31T17:30:01+08:00') })).toEqual([{ about: 'plan', kind: 'closed' }])
    expect(blocked({ now: new Date('2022-08-31T17:30:01+08:00') })).toEqual([{ about: 'plan', kind: 'not-yet' }])
    expect(blocked({ latest: { ...PLAN, version: 2 } })).toEqual([{ about: 'plan', kind: 'moved-on' }])
    expect(blocked({ latest: undefined })).toEqual([{ about: 'plan', kind: 'withdrawn' }])
    expect(blocked({ employer: null })).toEqual([{ about: 'owner', kind: 'no-employer' }])
    const other = 'xumingchuan.bbbbbbbb' as ApplicationId
    expect(blocked({ other })).toEqual([{ about: 'other', application: other }])
  })

  it('[CLIENT-370] a ban that was spoken in whichever application is told before the relay refuses, in its years alone', () => {
    const ready = readyArchive()
    const told = (...years: readonly (readonly [from: number, until: number])[]) => {
      const bans = years.map(([from, until]) => ({ from, until }))
      return checkDraft(draftOf(ready), situationOf(ready, { bans })).problems.filter(isBlocking)
    }
    const until = (first: number) => [
      { about: 'eligibility', problem: { code: 'V-BAN', severity: 'error', until: first } },
    ]
    expect(told([2020, 2022])).toEqual(until(2023))
    expect(told([2019, 2021])).toEqual([])
    expect(told([2023, 2025])).toEqual([])
    expect(told([2022, 2024], [2020, 2022])).toEqual(until(2025))
  })

  it('[CLIENT-76] leaves out what the page does not show', () => {
    const ready = readyArchive()
    const check = checkDraft(draftOf(ready), situationOf(ready, { isShown: (item) => item !== ready.paper.item }))
    expect(check.pulls.map(({ item }) => item)).not.toContain(ready.paper.item)
  })
})
