import { describe, expect, test } from 'vitest'
import type { Actor } from '../account/actor.ts'
import type { AccountId, ApplicationId, OrgId } from '../kernel/ids.ts'
import { ASKS, type Plan } from '../plan/plan.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { type ReadyArchive, readyArchive } from '../testing/ready-archive.ts'
import { EMPLOYER } from '../testing/review-history.ts'
import { missingName, readDraft } from './draft-reading.ts'
import { NOTHING_FILED } from './filing.ts'
import { decideSubmission, type SubmissionSituation, type SubmitApplication } from './submission.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const PLAN = shaoxingEcology2022Mid(WINDOW)
const ASKING = shaoxingEcology2022Mid({ ...WINDOW, asks: ASKS })
const OWNER: Actor = { accountId: 'xumingchuan' as AccountId, memberships: [] }
const FORM = { type: 'normal', ticks: [], category: 'monitoring', acceptancePoint: 'yuecheng', statement: '述职。' }

function command(archive: ReadyArchive, change: Partial<SubmitApplication> = {}): SubmitApplication {
  const pulls = [archive.profile, ...archive.background, archive.paper].map(({ item, digest }) => ({
    ...{ item, digest },
    note: null,
  }))
  const application = 'xumingchuan.aaaaaaaa' as ApplicationId
  return { application, plan: PLAN.id, planVersion: 1, form: FORM, pulls, ...change }
}

function situation(archive: ReadyArchive, change: Partial<SubmissionSituation> = {}): SubmissionSituation {
  return {
    ...{ actor: OWNER, owner: OWNER.accountId, employer: EMPLOYER, plan: PLAN, review: archive.history.review() },
    ...{ submittedAt: null, otherApplication: null, now: new Date('2022-09-15T02:00:00Z') },
    ...change,
  }
}

function refusalOf(result: ReturnType<typeof readDraft>) {
  return result.ok ? null : result.refusal
}
function names(result: ReturnType<typeof readDraft>) {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value.missing.map(missingName)
}

describe('reading a draft before it is submitted', () => {
  test('[FORM-34] a complete one is read as what submitting it freezes, to the last word, and nothing is missing', () => {
    const archive = readyArchive()
    const read = readDraft(command(archive), situation(archive))
    const decided = decideSubmission(command(archive), situation(archive))
    expect(read).toEqual({
      ok: true,
      value: { submission: decided.ok && decided.value[0].data.submission, missing: [] },
    })
  })

  test('[FORM-34] what is waiting, returned, revoked, edited since or another’s digest is refused, never read', () => {
    const archive = readyArchive()
    const { history, paper } = archive
    const edited = history.revision('paper-1', 'paper', { title: '未经核定的题目', publishYm: '202106' })
    const waiting = history.revision('paper-2', 'paper', { title: '还在审核', publishYm: '202106' })
    const returned = history.revision('paper-3', 'paper', { title: '退回的', publishYm: '202106' })
    history.send(waiting).send(returned).returned(returned)
    for (const { item, digest } of [edited, waiting, returned, { item: waiting.item, digest: paper.digest }]) {
      const asked = command(archive)
      const pulls = [...asked.pulls.filter((pull) => pull.item !== item), { item, digest, note: null }]
      expect(refusalOf(readDraft({ ...asked, pulls }, situation(archive)))).toMatchObject({
        kind: 'pulls-refused',
        problems: [{ kind: 'pull-not-approved', item }],
      })
    }
    expect(refusalOf(readDraft(command(archive, { pulls: [] }), situation(archive)))).toEqual({
      kind: 'profile-not-pulled',
    })
  })

  test('[FORM-34] an approval of a former employer is not read where the plan asks for the present one’s', () => {
    const archive = readyArchive()
    const plan: Plan = { ...PLAN, pull: { ...PLAN.pull, acceptsFormerEmployers: false } }
    const employer = { id: 'another' as OrgId, name: '另一单位' }
    expect(refusalOf(readDraft(command(archive), situation(archive, { plan, employer })))?.kind).toBe('pulls-refused')
  })

  test('[FORM-36] what is left out holds nothing back and is named, in the order in which it is mended', () => {
    const archive = readyArchive()
    const asked = command(archive, {
      form: { ...FORM, category: '', statement: '' },
      pulls: command(archive).pulls.filter(({ item }) => item !== 'hours-s-2020'),
      filing: NOTHING_FILED,
    })
    const found = names(readDraft(asked, situation(archive, { plan: ASKING })))
    expect(found.slice(0, 3)).toEqual(['form:category:required', 'form:statement:V-STMT-EMPTY', 'eligibility:V-CE'])
    expect(found).toEqual(
      expect.arrayContaining(['filing:V-PHOTO-REQ', 'filing:V-PLEDGE', 'filing:V-FILE-REQ:experience']),
    )
  })

  test('[FORM-36] an old entry without its note is named; an archive that no longer opens the gates, too', () => {
    const archive = readyArchive()
    const old = archive.history.revision('paper-9', 'paper', { title: '任现职以前', publishYm: '201501' })
    archive.history.send(old).approve(old)
    const asked = command(archive)
    const pulls = [...asked.pulls, { item: old.item, digest: old.digest, note: null }]
    expect(names(readDraft({ ...asked, pulls }, situation(archive)))).toContain('pull:pull-before-title:paper-9')
    const plan: Plan = { ...PLAN, pull: { ...PLAN.pull, mandatorySections: ['patent'] } }
    expect(names(readDraft(asked, situation(archive, { plan })))).toContain('gate:section-without-approval:patent')
  })

  test('[FORM-36] a choice that the plan does not have is refused, because it would stand on the paper', () => {
    const archive = readyArchive()
    for (const form of [
      { ...FORM, category: '中国科学院院士' },
      { ...FORM, type: '免评' },
      { ...FORM, acceptancePoint: 'nowhere' },
      { ...FORM, ticks: ['invented'] },
    ]) {
      expect(refusalOf(readDraft(command(archive, { form }), situation(archive)))?.kind).toBe('form-incomplete')
    }
  })

  test('[FORM-36] refuses as submitting would: not hers, submitted, no employer, no plan, another version, closed, another application', () => {
    const archive = readyArchive()
    const hr: Actor = { accountId: 'zhoumin' as AccountId, memberships: [{ orgId: EMPLOYER.id, role: 'hr-lead' }] }
    const other = 'xumingchuan.bbbbbbbb' as ApplicationId
    const cases: readonly [string, Partial<SubmissionSituation>][] = [
      ['not-yours', { actor: hr }],
      ['application-already-submitted', { submittedAt: '2022-09-14T00:00:00.000Z' }],
      ['no-employer', { employer: null }],
      ['no-such-plan', { plan: null }],
      ['plan-moved-on', { plan: { ...PLAN, version: 2 } }],
      ['plan-not-open', { now: new Date('2022-10-31T09:30:00.001Z') }],
      ['another-application', { otherApplication: other }],
    ]
    for (const [kind, change] of cases) {
      const refusal = refusalOf(readDraft(command(archive), situation(archive, change)))
      const decided = decideSubmission(command(archive), situation(archive, change))
      expect(refusal?.kind).toBe(kind)
      expect(decided.ok ? null : decided.refusal).toEqual(refusal)
    }
  })

  test('[FORM-36] is read before the window opens: signatures take time', () => {
    const archive = readyArchive()
    expect(names(readDraft(command(archive), situation(archive, { now: new Date('2022-08-01T00:00:00Z') })))).toEqual(
      [],
    )
  })

  test('[FORM-36] a name of what is missing is of letters that a header may hold, whatever the draft calls its slots', () => {
    const archive = readyArchive()
    const filing = {
      ...NOTHING_FILED,
      attachments: [
        { slot: '\r\nset-cookie: a\ud800', sha256: 'a'.repeat(64), bytes: 9, type: 'application/pdf', name: 'x' },
      ],
    }
    const found = names(readDraft(command(archive, { filing }), situation(archive, { plan: ASKING })))
    expect(found).toContain('filing:V-FILE-SLOT:__set-cookie__a_')
    for (const name of found) expect(name).toMatch(/^[A-Za-z0-9._:-]+$/)
  })
})
