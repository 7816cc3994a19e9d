/** What a filing does to a submission: judged and frozen where the plan asks for it. */
import { expect, test } from 'vitest'
import type { Actor } from '../account/actor.ts'
import { canonicalJson, sha256Hex } from '../kernel/canonical.ts'
import type { AccountId, ApplicationId } from '../kernel/ids.ts'
import { ASKS, type Ask, type Plan, planSchema } from '../plan/plan.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { EMPLOYER } from '../testing/review-history.ts'
import { type FiledFile, type Filing, NOTHING_FILED } from './filing.ts'
import type { HeldFile } from './filing-problems.ts'
import { isPledgeGood, pledgeTextDigest } from './pledge.ts'
import { decideSubmission, type Submission, submissionDigest } from './submission.ts'

const OWNER: Actor = { accountId: 'xumingchuan' as AccountId, memberships: [] }
const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const planAsking = (...asks: Ask[]): Plan => shaoxingEcology2022Mid({ ...WINDOW, asks })

function file(name: string, type = 'application/pdf'): FiledFile {
  return { sha256: sha256Hex(name), bytes: 60_000, type, name }
}
const ALWAYS = ['experience', 'ce2019', 'ce2020', 'ce2021']
const WHOLE: Filing = {
  ...NOTHING_FILED,
  startedAt: '2022-09-01T02:00:00.000Z',
  photo: file('证件照.jpg', 'image/jpeg'),
  pledge: {
    plan: planAsking().id,
    owner: OWNER.accountId,
    textDigest: pledgeTextDigest(planAsking()),
    signature: file('签名.png', 'image/png'),
    signedAt: '2022-09-02T02:00:00.000Z',
  },
  answers: { remark: '无' },
  attachments: ALWAYS.map((slot) => ({ slot, ...file(`${slot}.pdf`) })),
}

function heldOf(filing: Filing): ReadonlyMap<string, HeldFile> {
  const files = [filing.photo, filing.pledge?.signature, ...filing.attachments]
  return new Map(
    files.flatMap((f) =>
      f ? [[f.sha256, { bytes: f.bytes, type: f.type, pixels: { width: 295, height: 413 } }]] : [],
    ),
  )
}

function submit(plan: Plan, filing?: Filing, files = filing && heldOf(filing)) {
  const { history, profile, background, paper } = readyArchive()
  const pulls = [profile, ...background, paper].map(({ item, digest }) => ({ item, digest, note: null }))
  const form = { type: 'normal', ticks: [], category: 'monitoring', acceptancePoint: 'yuecheng', statement: '述职。' }
  return decideSubmission(
    {
      application: 'xumingchuan.aaaaaaaa' as ApplicationId,
      plan: plan.id,
      planVersion: 1,
      form,
      pulls,
      ...(filing ? { filing } : {}),
    },
    {
      actor: OWNER,
      owner: OWNER.accountId,
      employer: EMPLOYER,
      plan,
      review: history.review(),
      submittedAt: null,
      otherApplication: null,
      now: new Date('2022-09-15T02:00:00Z'),
      ...(files ? { files } : {}),
    },
  )
}
function frozen(...args: Parameters<typeof submit>): Submission {
  const result = submit(...args)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value[0].data.submission
}
const brokenIn = (...args: Parameters<typeof submit>) => {
  const result = submit(...args)
  return result.ok || result.refusal.kind !== 'filing-incomplete' ? [] : result.refusal.problems.map((p) => p.code)
}

test('[APP-16] what a plan asks for is frozen, with what it asked', () => {
  expect(frozen(planAsking(...ASKS), WHOLE).filing).toEqual({
    asked: ASKS,
    photo: WHOLE.photo,
    pledge: WHOLE.pledge,
    // Nobody asked for a remark.
    answers: {},
    score: null,
    recommenders: [],
    attachments: WHOLE.attachments,
  })
})

test('[APP-16] a part that the plan does not ask for is neither judged nor frozen', () => {
  const wrong = { ...WHOLE, photo: file('照片.bmp', 'image/bmp'), attachments: [{ slot: 'colour', ...file('x') }] }
  const { filing } = frozen(planAsking('pledge'), wrong)
  expect(filing).toMatchObject({ asked: ['pledge'], photo: null, attachments: [], pledge: WHOLE.pledge, answers: {} })
  expect(frozen(shaoxingEcology2022Mid(WINDOW)).filing).toMatchObject({ asked: [], pledge: null })
})

test('[APP-16] without a filing, a plan that asks is told everything that is missing at once', () => {
  expect(brokenIn(planAsking(...ASKS))).toEqual(['V-PHOTO-REQ', 'V-PLEDGE', ...ALWAYS.map(() => 'V-FILE-REQ')])
})

test('[APP-16] a warning does not block and is frozen', () => {
  const twice = { ...WHOLE, attachments: [...WHOLE.attachments, { slot: 'works', ...file('ce2019.pdf') }] }
  expect(frozen(planAsking('attachments'), twice).warnings).toMatchObject([{ code: 'V-FILE-DUP', part: 'attachments' }])
})

test('[APP-21] a file that the relay does not have, or has otherwise, is not believed', () => {
  const plan = planAsking(...ASKS)
  const held = new Map(heldOf(WHOLE))
  held.delete(sha256Hex('ce2020.pdf'))
  expect(brokenIn(plan, WHOLE, held)).toEqual(['V-FILE-HERE'])
  held.set(sha256Hex('ce2020.pdf'), { bytes: 59_999, type: 'application/pdf', pixels: null })
  expect(brokenIn(plan, WHOLE, held)).toEqual(['V-FILE-HERE'])
  held.set(sha256Hex('ce2020.pdf'), { bytes: 60_000, type: 'image/png', pixels: null })
  expect(brokenIn(plan, WHOLE, held)).toEqual(['V-FILE-HERE'])
  expect(brokenIn(plan, WHOLE, new Map())).toHaveLength(6)
})

test('[APP-17] the photo is judged by what the relay measures, not by what is said of it', () => {
  const held = new Map(heldOf(WHOLE))
  held.set(sha256Hex('证件照.jpg'), { bytes: 60_000, type: 'image/jpeg', pixels: { width: 215, height: 300 } })
  expect(brokenIn(planAsking('photo'), WHOLE, held)).toEqual(['V-PHOTO-PX'])
  held.set(sha256Hex('证件照.jpg'), { bytes: 60_000, type: 'image/jpeg', pixels: null })
  expect(brokenIn(planAsking('photo'), WHOLE, held)).toEqual(['V-PHOTO-FMT'])
})

test('[APP-18] a pledge of another plan, person, wording or time, or without a picture, is not good', () => {
  const plan = planAsking()
  const { pledge } = WHOLE
  if (!pledge) throw new Error('the filing has a pledge')
  const isGood = (change: Partial<typeof pledge>, startedAt: string | null = WHOLE.startedAt) =>
    isPledgeGood(plan, OWNER.accountId, { pledge: { ...pledge, ...change }, startedAt })
  expect([isGood({}), isGood({}, null), isGood({ signedAt: '2022-09-01T02:00:00.000Z' })]).toEqual([true, true, true])
  const reworded = { ...plan, pledge: { ...plan.pledge, text: '本人承诺所填内容真实。' } }
  expect(isPledgeGood(reworded, OWNER.accountId, WHOLE)).toBe(false)
  expect([
    isGood({ plan: 'hz-2020-mid' as typeof plan.id }),
    isGood({ owner: 'luqinghe' as AccountId }),
    isGood({ textDigest: 'a'.repeat(64) }),
    isGood({ signedAt: '2022-09-01T01:59:59.999Z' }),
    isGood({ signedAt: 'today' }),
    isGood({ signature: file('签名.pdf') }),
  ]).toEqual([false, false, false, false, false, false])
})

test('[APP-19] a submission without a filing keeps the digest of version 1; with one it has that of version 2', () => {
  const submission = frozen(planAsking(...ASKS), WHOLE)
  const { filing: _, ...first } = submission
  expect(submissionDigest(first)).toBe(sha256Hex('yejibu/submission/v1\n', canonicalJson(first)))
  expect(submissionDigest(submission)).toBe(sha256Hex('yejibu/submission/v2\n', canonicalJson(submission)))
})

test('[APP-19] a plan published before parts could be asked for is still one, and asks for none', () => {
  const { asks, questions, ...old } = planAsking(...ASKS)
  expect([asks?.length, questions?.length]).toEqual([4, 2])
  expect(planSchema.safeParse(old).success).toBe(true)
  expect(submit(planSchema.parse(old)).ok).toBe(true)
})

test('[APP-81] the score is frozen line by line, with the table’s version and the entry behind each claim', () => {
  const asking = planAsking('details')
  const { selfEvaluation } = asking
  if (!selfEvaluation?.table) throw new Error('the plan has a table')
  const plan: Plan = { ...asking, selfEvaluation: { ...selfEvaluation, threshold: 0 } }
  const { history, profile, background } = readyArchive()
  const education = background.find(({ item }) => item === 'education-1')
  if (!education) throw new Error('the archive has an education')
  const result = decideSubmission(
    {
      application: 'xumingchuan.aaaaaaaa' as ApplicationId,
      plan: plan.id,
      planVersion: 1,
      form: { type: 'selfEval', ticks: [], category: 'monitoring', acceptancePoint: 'yuecheng', statement: '述职。' },
      pulls: [profile, ...background].map(({ item, digest }) => ({ item, digest, note: null })),
      filing: {
        ...NOTHING_FILED,
        score: {
          controls: selfEvaluation.table.controls.map(({ code }) => code),
          claims: [{ indicator: 'E1', row: 'other', item: education.item, rank: null }],
          ranges: {},
        },
      },
    },
    {
      actor: OWNER,
      owner: OWNER.accountId,
      employer: EMPLOYER,
      plan,
      review: history.review(),
      submittedAt: null,
      otherApplication: null,
      now: new Date('2022-09-15T02:00:00Z'),
    },
  )
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const score = result.value[0].data.submission.filing?.score
  expect(score?.table).toEqual({ id: selfEvaluation.table.id, version: 1, isOfficial: false })
  expect(score?.lines.find(({ indicator }) => indicator === 'E1')?.claims).toEqual([
    { row: 'other', item: education.item, rank: null, points: '0' },
  ])
})
