import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '../archive/revision.ts'
import { sha256Hex } from '../kernel/canonical.ts'
import type { AccountId, ApplicationId, FactId, ItemId, OrgId } from '../kernel/ids.ts'
import { ASKS } from '../plan/plan.ts'
import { zhejiangEcology2022Senior } from '../plan/plans/zhejiang-ecology-2022-senior.ts'
import { type ScoreAnswers, scoreOf } from '../plan/self-score.ts'
import { ECOLOGY_80_DEMO } from '../plan/tables/ecology-80-demo.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { readApplication, startApplication } from './application-doc.ts'
import { type FiledFile, type Filing, frozenFiling, NOTHING_FILED } from './filing.ts'
import { isPledgeGood, pledgeTextDigest } from './pledge.ts'
import { restoreDraft } from './restore-draft.ts'
import type { PulledRevision, Submission } from './submission.ts'

const OWNER = 'xumingchuan' as AccountId
const PLAN = zhejiangEcology2022Senior({
  open: '2022-09-01T08:30:00+08:00',
  close: '2022-10-31T17:30:00+08:00',
  asks: ASKS,
})
const FORM = {
  type: 'selfEval',
  ticks: [],
  category: 'monitoring',
  acceptancePoint: 'province',
  statement: '任现职以来，主要从事地表水环境质量监测。',
}
const PERSON = { schooling: 'bachelor', specialtyYears: 8 }
const ANSWERS: ScoreAnswers = {
  controls: ECOLOGY_80_DEMO.controls.map(({ code }) => code).sort(),
  claims: [{ indicator: 'E9', row: 'cn', item: 'paper-1' as ItemId, rank: null }],
  ranges: {},
}
const file = (name: string, type = 'application/pdf'): FiledFile => ({
  sha256: sha256Hex(name),
  bytes: 60_000,
  type,
  name,
})
const FILING: Filing = {
  ...NOTHING_FILED,
  startedAt: '2022-09-01T02:00:00.000Z',
  photo: file('证件照.jpg', 'image/jpeg'),
  pledge: {
    plan: PLAN.id,
    owner: OWNER,
    textDigest: pledgeTextDigest(PLAN),
    signature: file('签名.png', 'image/png'),
    signedAt: '2022-09-02T02:00:00.000Z',
  },
  score: ANSWERS,
  attachments: ['experience', 'ce2020', 'ce2019'].map((slot) => ({ slot, ...file(`${slot}.pdf`) })),
}

function submitted(): Submission {
  const { profile, background, paper } = readyArchive()
  const pulled = (one: typeof paper, note: string | null = null): PulledRevision => ({
    item: one.item,
    digest: one.digest,
    note,
    part: one.content.part,
    content: one.content,
    salt: sha256Hex('salt of', one.item),
    approval: 'approval' as FactId,
    approvedAt: '2022-09-01T00:00:00.000Z',
    approvedBy: 'zhoumin' as AccountId,
    employer: { id: 'yuezhou' as OrgId, name: '绍兴市越州生态环境监测中心' },
  })
  const content = contentOf({ part: 'paper', fields: { ...paper.content.fields, indexing: 'cn' }, evidence: [] })
  const items = [{ item: paper.item, content }]
  const score = scoreOf(ECOLOGY_80_DEMO, ANSWERS, items, PERSON)
  const candidate = { type: FORM.type, profile: profile.content.fields, pulled: [] }
  return {
    application: 'xumingchuan.aaaaaaaa' as ApplicationId,
    owner: OWNER,
    plan: { id: PLAN.id, version: PLAN.version, title: PLAN.title, year: PLAN.year },
    employer: { id: 'yuezhou' as OrgId, name: '绍兴市越州生态环境监测中心' },
    form: FORM,
    profile: pulled(profile),
    pulls: [...background.map((one) => pulled(one)), pulled(paper, '说明')],
    filing: frozenFiling(PLAN, candidate, FILING, score),
    warnings: [],
  }
}
const AT = '2022-09-20T02:00:00.000Z'

test('[APP-90] everything that was submitted is in the draft, and its pledge is still good', () => {
  const doc = new Y.Doc()
  const submission = submitted()
  expect(restoreDraft(doc, submission, AT, () => 'r1', ECOLOGY_80_DEMO)).toBe(true)
  const draft = readApplication(doc)
  expect([draft.plan, draft.planVersion, draft.form]).toEqual([PLAN.id, PLAN.version, FORM])
  expect(draft.pulls.map(({ item }) => item).sort()).toEqual(submission.pulls.map(({ item }) => item).sort())
  expect(draft.pulls.find(({ item }) => item === 'paper-1')?.note).toBe('说明')
  expect(draft.filing.photo).toEqual(FILING.photo)
  expect(new Set(draft.filing.attachments)).toEqual(new Set(FILING.attachments))
  expect(draft.filing.score).toEqual(ANSWERS)
  expect(isPledgeGood(PLAN, OWNER, draft.filing)).toBe(true)
})

test('[APP-90] without the plan’s table the points and their entries are there, the ticks are given again', () => {
  const doc = new Y.Doc()
  restoreDraft(doc, submitted(), AT, () => 'r1', null)
  expect(readApplication(doc).filing.score).toEqual({ ...ANSWERS, controls: [] })
})

test('[APP-90] a draft that is there is never written over', () => {
  const doc = new Y.Doc()
  startApplication(doc, { id: PLAN.id, version: 2 })
  const before = Y.encodeStateAsUpdate(doc)
  expect(restoreDraft(doc, submitted(), AT, () => 'r1', null)).toBe(false)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})
