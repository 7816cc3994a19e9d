import { describe, expect, test } from 'vitest'
import type { Actor } from '../account/actor.ts'
import type { AccountId, ApplicationId, ItemId } from '../kernel/ids.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { type ReadyArchive, readyArchive } from '../testing/ready-archive.ts'
import { EMPLOYER, ReviewHistory } from '../testing/review-history.ts'
import type { ApplicationForm, Pull } from './application-doc.ts'
import { decideSubmission, type SubmissionSituation, type SubmitApplication, submissionDigest } from './submission.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const OWNER: Actor = { accountId: 'xumingchuan' as AccountId, memberships: [] }
const FORM: ApplicationForm = {
  type: 'normal',
  ticks: [],
  category: 'monitoring',
  acceptancePoint: 'yuecheng',
  statement: '任现职以来，主要从事地表水自动监测。',
}

function pullsOf(archive: ReadyArchive): Pull[] {
  return [archive.profile, ...archive.background, archive.paper].map(({ item, digest }) => ({
    item,
    digest,
    note: null,
  }))
}

function command(archive: ReadyArchive, change: Partial<SubmitApplication> = {}): SubmitApplication {
  const application = 'xumingchuan.aaaaaaaa' as ApplicationId
  return { application, plan: PLAN.id, planVersion: 1, form: FORM, pulls: pullsOf(archive), ...change }
}

function situation(archive: ReadyArchive, change: Partial<SubmissionSituation> = {}): SubmissionSituation {
  return {
    actor: OWNER,
    owner: OWNER.accountId,
    employer: EMPLOYER,
    plan: PLAN,
    review: archive.history.review(),
    submittedAt: null,
    otherApplication: null,
    now: new Date('2022-09-15T02:00:00Z'),
    ...change,
  }
}

function refusalOf(result: ReturnType<typeof decideSubmission>) {
  return result.ok ? null : result.refusal
}

function submitted(result: ReturnType<typeof decideSubmission>) {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value[0].data
}

describe('submitting', () => {
  test('[APP-10] freezes a copy of the profile and of every pulled approval under one digest', () => {
    const archive = readyArchive()
    const { submission, digest } = submitted(decideSubmission(command(archive), situation(archive)))
    expect(submission.profile.content).toEqual(archive.profile.content)
    expect(submission.pulls.map((p) => p.digest)).toEqual([...archive.background, archive.paper].map((r) => r.digest))
    expect(submission.plan).toEqual({ id: PLAN.id, version: 1, title: PLAN.title, year: 2022 })
    expect(digest).toBe(submissionDigest(submission))
    const altered = { ...submission, form: { ...submission.form, statement: `${submission.form.statement}。` } }
    expect(submissionDigest(altered)).not.toBe(digest)
  })

  test('[APP-10] an edit and a new approval after it leave the submission as it was', () => {
    const archive = readyArchive()
    const before = submitted(decideSubmission(command(archive), situation(archive)))
    const edited = archive.history.revision('paper-1', 'paper', { title: '改过的题目', publishYm: '202106' })
    archive.history.send(edited).approve(edited)
    expect(submitted(decideSubmission(command(archive), situation(archive)))).toEqual(before)
  })

  test('[APP-9] refuses a second submission of the same application, and another one under the same plan', () => {
    const archive = readyArchive()
    const again = situation(archive, { submittedAt: '2022-09-14T00:00:00.000Z' })
    expect(refusalOf(decideSubmission(command(archive), again))?.kind).toBe('application-already-submitted')
    const other = 'xumingchuan.bbbbbbbb' as ApplicationId
    expect(refusalOf(decideSubmission(command(archive), situation(archive, { otherApplication: other })))).toEqual({
      kind: 'another-application',
      application: other,
    })
  })

  test('[APP-9] refuses anybody but the owner', () => {
    const archive = readyArchive()
    const actor: Actor = { accountId: 'zhoumin' as AccountId, memberships: [{ orgId: EMPLOYER.id, role: 'hr-lead' }] }
    expect(refusalOf(decideSubmission(command(archive), situation(archive, { actor })))).toEqual({ kind: 'not-yours' })
  })

  test('[PLAN-3] is open from the first to the last instant of the window by the clock handed in (V-PLAN-WINDOW)', () => {
    const archive = readyArchive()
    const at = (now: string) =>
      refusalOf(decideSubmission(command(archive), situation(archive, { now: new Date(now) })))?.kind
    expect(at('2022-09-01T00:29:59.999Z')).toBe('plan-not-open')
    expect(at('2022-09-01T00:30:00Z')).toBeUndefined()
    expect(at('2022-10-31T09:30:00Z')).toBeUndefined()
    expect(at('2022-10-31T09:30:00.001Z')).toBe('plan-not-open')
  })

  test('[PLAN-2] refuses an application made for an older version of the plan', () => {
    const archive = readyArchive()
    const plan = { ...PLAN, version: 2 }
    expect(refusalOf(decideSubmission(command(archive), situation(archive, { plan })))).toEqual({
      kind: 'plan-moved-on',
      version: 2,
    })
  })
})

describe('gates', () => {
  test('[APP-1] G1 and G2: the profile and each mandatory section need an approval before the start', () => {
    const archive = readyArchive()
    const history = new ReviewHistory('xumingchuan')
    const review = history.send(archive.paper).approve(archive.paper).review()
    expect(refusalOf(decideSubmission(command(archive), situation(archive, { review })))).toEqual({
      kind: 'gates-closed',
      gates: [
        { gate: 'G1', kind: 'profile-not-approved' },
        { gate: 'G2', kind: 'section-without-approval', section: 'education' },
        { gate: 'G2', kind: 'section-without-approval', section: 'work' },
        { gate: 'G2', kind: 'section-without-approval', section: 'assessment' },
      ],
    })
  })

  test('[APP-1] a plan with the strict reading is closed while anything waits for the employer', () => {
    const archive = readyArchive()
    archive.history.send(archive.history.revision('honor-1', 'honor', { name: '先进个人', grantYm: '202001' }))
    const strict = { ...PLAN, pull: { ...PLAN.pull, blockOnAnyPending: true } }
    expect(refusalOf(decideSubmission(command(archive), situation(archive)))).toBeNull()
    expect(refusalOf(decideSubmission(command(archive), situation(archive, { plan: strict })))).toEqual({
      kind: 'gates-closed',
      gates: [{ gate: 'G2', kind: 'archive-still-waiting', items: ['honor-1'] }],
    })
  })

  test('[APP-2] the profile is submitted by the digest its owner saw', () => {
    const archive = readyArchive()
    const pulls = pullsOf(archive).slice(1)
    expect(refusalOf(decideSubmission(command(archive, { pulls }), situation(archive)))).toEqual({
      kind: 'profile-not-pulled',
    })
  })

  test.each([
    ['sent and not yet ruled on', (h: ReviewHistory, r: ReturnType<ReviewHistory['revision']>) => h.send(r)],
    ['returned', (h: ReviewHistory, r: ReturnType<ReviewHistory['revision']>) => h.send(r).returned(r)],
    ['rejected', (h: ReviewHistory, r: ReturnType<ReviewHistory['revision']>) => h.send(r).reject(r)],
    [
      'approved and revoked',
      (h: ReviewHistory, r: ReturnType<ReviewHistory['revision']>) => h.send(r).approve(r).revoke(r),
    ],
    ['never sent', (h: ReviewHistory) => h],
  ])('[APP-3] G3 refuses a revision that was %s', (_what, rule) => {
    const archive = readyArchive()
    const honor = archive.history.revision('honor-1', 'honor', { name: '先进个人', grantYm: '202001' })
    rule(archive.history, honor)
    const pulls = [...pullsOf(archive), { item: honor.item, digest: honor.digest, note: null }]
    expect(refusalOf(decideSubmission(command(archive, { pulls }), situation(archive)))).toEqual({
      kind: 'pulls-refused',
      problems: [{ gate: 'G3', kind: 'pull-not-approved', item: 'honor-1', digest: honor.digest }],
    })
  })

  test('[APP-3] G3 refuses an altered digest, another item’s digest, and a key of the prototype', () => {
    const archive = readyArchive()
    const altered = (archive.paper.digest.startsWith('0') ? '1' : '0') + archive.paper.digest.slice(1)
    for (const pull of [
      { item: archive.paper.item, digest: altered, note: null },
      { item: 'paper-2' as ItemId, digest: archive.paper.digest, note: null },
      { item: archive.paper.item, digest: 'constructor', note: null },
    ]) {
      const pulls = [...pullsOf(archive).slice(0, -1), pull]
      expect(refusalOf(decideSubmission(command(archive, { pulls }), situation(archive)))?.kind).toBe('pulls-refused')
    }
  })

  test('[APP-3] G7: an older approved revision stays pullable while it is not revoked', () => {
    const archive = readyArchive()
    const newer = archive.history.revision('paper-1', 'paper', { title: '第二版', publishYm: '202106' })
    archive.history.send(newer).approve(newer)
    expect(refusalOf(decideSubmission(command(archive), situation(archive)))).toBeNull()
    archive.history.revoke(archive.paper)
    expect(refusalOf(decideSubmission(command(archive), situation(archive)))?.kind).toBe('pulls-refused')
  })

  test('[APP-4] G4: an achievement from before the present title needs a note; the title’s own month does not', () => {
    const archive = readyArchive()
    const old = archive.history.revision('paper-old', 'paper', { title: '旧作', publishYm: '201711' })
    const same = archive.history.revision('paper-same', 'paper', { title: '当月', publishYm: '201712' })
    for (const paper of [old, same]) archive.history.send(paper).approve(paper)
    const withNote = (note: string | null) => [
      ...pullsOf(archive),
      { item: same.item, digest: same.digest, note: null },
      { item: old.item, digest: old.digest, note },
    ]
    const refused = {
      gate: 'G4',
      kind: 'pull-before-title',
      item: 'paper-old',
      date: '201711',
      titleObtained: '201712',
    }
    for (const note of [null, '  ']) {
      const result = decideSubmission(command(archive, { pulls: withNote(note) }), situation(archive))
      expect(refusalOf(result)).toEqual({ kind: 'pulls-refused', problems: [refused] })
    }
    const noted = submitted(
      decideSubmission(command(archive, { pulls: withNote('首次发表，任现职后被标准引用') }), situation(archive)),
    )
    expect(noted.submission.pulls.at(-1)?.note).toBe('首次发表，任现职后被标准引用')
  })

  test('[APP-5] G6: a group achievement needs proof of being a main contributor', () => {
    const archive = readyArchive()
    const fields = { itemName: '流域监测', rank: '3', participantCount: '5', awardYm: '202005' }
    const proof = {
      sha256: 'a'.repeat(64),
      bytes: 10,
      type: 'application/pdf',
      kind: 'mainContributor' as const,
      name: '证明.pdf',
    }
    const bare = archive.history.revision('award-1', 'award', fields)
    const proven = archive.history.revision('award-2', 'award', fields, [proof])
    const alone = archive.history.revision('award-3', 'award', { ...fields, rank: '1', participantCount: '1' })
    for (const award of [bare, proven, alone]) archive.history.send(award).approve(award)
    const pulls = [
      ...pullsOf(archive),
      ...[bare, proven, alone].map(({ item, digest }) => ({ item, digest, note: null })),
    ]
    expect(refusalOf(decideSubmission(command(archive, { pulls }), situation(archive)))).toEqual({
      kind: 'pulls-refused',
      problems: [{ gate: 'G6', kind: 'pull-without-contributor', item: 'award-1' }],
    })
  })

  test('[APP-6] an item is pulled once', () => {
    const archive = readyArchive()
    const pulls = [...pullsOf(archive), ...pullsOf(archive).slice(-1)]
    expect(refusalOf(decideSubmission(command(archive, { pulls }), situation(archive)))).toEqual({
      kind: 'pulls-refused',
      problems: [{ gate: 'G3', kind: 'pulled-twice', item: 'paper-1' }],
    })
  })

  test('[APP-7] G5 warns above the plan’s number of achievements and does not block', () => {
    const archive = readyArchive()
    const pulls = pullsOf(archive)
    for (let i = 0; i < 20; i++) {
      const honor = archive.history.revision(`honor-${i}`, 'honor', { name: `荣誉${i}`, grantYm: '202001' })
      archive.history.send(honor).approve(honor)
      pulls.push({ item: honor.item, digest: honor.digest, note: null })
    }
    const { submission } = submitted(decideSubmission(command(archive, { pulls }), situation(archive)))
    expect(submission.warnings).toEqual([{ gate: 'G5', kind: 'many-pulls', count: 21, manyAbove: 20 }])
    const fewer = submitted(decideSubmission(command(archive, { pulls: pulls.slice(0, -1) }), situation(archive)))
    expect(fewer.submission.warnings).toEqual([])
  })

  test('[PLAN-4] [PLAN-5] hours and assessments are judged from what was pulled (V-CE, V-ASSESS)', () => {
    const archive = readyArchive()
    const pulls = pullsOf(archive).filter((p) => p.item !== 'hours-p-2020' && p.item !== 'assessment-2021')
    expect(refusalOf(decideSubmission(command(archive, { pulls }), situation(archive)))).toEqual({
      kind: 'not-eligible',
      problems: [
        { code: 'V-CE', severity: 'error', year: 2020, subject: 'total', hours: '72', needed: 90 },
        { code: 'V-ASSESS', severity: 'error', years: [2021], span: 3, from: 2019 },
      ],
    })
  })
})

test('[APP-8] a submission with an incomplete form is refused with its problems', () => {
  const archive = readyArchive()
  const form = { ...FORM, type: '' }
  expect(refusalOf(decideSubmission(command(archive, { form }), situation(archive)))).toEqual({
    kind: 'form-incomplete',
    problems: [{ field: 'type', code: 'required' }],
  })
})
