/**
 * Every way of every built-in plan (domain §4.2) through the relay's own doors, from approved entries to the frozen submission: each with
 * the answers and files that are its own, and refused by its rule without any one of them.
 */
import { createHash } from 'node:crypto'
import type { FiledFile, Filing } from '@yejibu/shared/application/filing'
import {
  type ApplicationSubmitted,
  isApplicationSubmitted,
  submissionDigest,
} from '@yejibu/shared/application/submission'
import { type AccountId, applicationIdOf, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { ASKS, type Plan } from '@yejibu/shared/plan/plan'
import { BUILT_IN_PLANS } from '@yejibu/shared/plan/plans/built-in-plans'
import { type Applicant, applicantOf, type Different } from '@yejibu/shared/testing/applicant'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import {
  CONSTRUCTION_USUAL,
  constructionEvaluated,
  ECOLOGY_USUAL,
  ecologyEntering,
  ecologyEvaluated,
  HUZHOU_USUAL,
  inTenths,
} from '@yejibu/shared/testing/usual-applicants'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleFiling } from '../operations/sample/sample-filing.ts'
import { Stage } from '../testing/stage.ts'

const OWNER = 'xumingchuan' as AccountId
const APPLICATION = applicationIdOf(OWNER, 'app0000001')
const PUBLICATION = { open: '2022-05-01T00:00:00+08:00', close: '2022-06-01T00:00:00+08:00', asks: ASKS }
let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

/** A way with what is its own: the questions it asks, the slots it must have filled. */
interface Way {
  readonly type: string
  readonly different?: Different
  /** Question → the rule it is refused by when left blank. */
  readonly answers: Readonly<Record<string, string>>
  /** Slot → the rule it is refused by when left empty. */
  readonly slots: Readonly<Record<string, string>>
}

const ECOLOGY_WAYS: readonly Way[] = [
  {
    type: 'normal',
    different: { ticks: ['lateDegree', 'midReapply'] },
    answers: {},
    slots: { titleCert: 'V-FILE-REQ' },
  },
  { type: 'transfer', answers: { priorTitle: 'V-TRANSFER' }, slots: { titleCert: 'V-FILE-REQ' } },
  {
    type: 'landmark',
    answers: { landmarkText: 'V-LANDMARK' },
    slots: { landmarkNomination: 'V-LANDMARK', landmarkEvidence: 'V-LANDMARK' },
  },
  { type: 'selfEval', different: ecologyEvaluated('cn', 'cn'), answers: {}, slots: { directReview: 'V-FILE-REQ' } },
  { type: 'skilled', answers: {}, slots: { skilledEvidence: 'V-FILE-REQ' } },
]
const untitled: Different = { profile: { currentTitleName: null, titleAppointedYm: null } }
const CONSTRUCTION_WAYS: readonly Way[] = [
  { type: 'normal', answers: {}, slots: { workHistoryForm: 'V-FILE-REQ', summary: 'V-FILE-REQ' } },
  {
    type: 'selfEval',
    different: constructionEvaluated('5'),
    answers: { declaredSpecialty: 'V-SELF-SPEC' },
    slots: { selfEvalForm: 'V-FILE-REQ' },
  },
  { type: 'transfer', answers: { priorTitle: 'V-TRANSFER' }, slots: { transferCert: 'V-TRANSFER' } },
  {
    type: 'directAbc',
    different: untitled,
    answers: { abcReason: 'V-ABC-REASON' },
    slots: { abcForm: 'V-FILE-REQ', abcEvidence: 'V-FILE-REQ' },
  },
  { type: 'practiceCert', different: untitled, answers: {}, slots: { practiceCert: 'V-FILE-REQ' } },
  { type: 'skilled', different: untitled, answers: {}, slots: { summary: 'V-FILE-REQ' } },
]
const HUZHOU_WAYS: readonly Way[] = [
  {
    type: 'normal',
    answers: { appointedThisYear: 'V-APPT-YEAR' },
    slots: { ce4: 'V-FILE-REQ', appointment4: 'V-FILE-REQ', postInfo: 'V-STAFF' },
  },
  {
    type: 'exception',
    different: { profile: { titleAppointedYm: '201812' } },
    answers: { appointedThisYear: 'V-APPT-YEAR' },
    slots: { exceptionForm: 'V-FILE-REQ' },
  },
]
const PLAIN_WAYS: readonly Way[] = [
  { type: 'normal', different: untitled, answers: {}, slots: { summary: 'V-FILE-REQ' } },
]

const PLANS: readonly (readonly [keyof typeof BUILT_IN_PLANS, Different, readonly Way[]])[] = [
  ['sx-eco-2022-mid', ECOLOGY_USUAL, ECOLOGY_WAYS],
  ['zj-eco-2022-sr', ECOLOGY_USUAL, ECOLOGY_WAYS],
  ['jh-con-2023-mid', CONSTRUCTION_USUAL, CONSTRUCTION_WAYS],
  ['jh-con-2023-jr-review', CONSTRUCTION_USUAL, PLAIN_WAYS],
  ['jh-con-2023-jr-init', CONSTRUCTION_USUAL, PLAIN_WAYS],
  ['jh-con-2023-mid-init', CONSTRUCTION_USUAL, PLAIN_WAYS],
  ['hz-2020-mid', HUZHOU_USUAL, HUZHOU_WAYS],
]

/** Publishes the plan, has everything approved that this person pulls, and brings the files she names. */
async function ready(plan: Plan, usual: Different, different: Different) {
  const applicant = applicantOf(plan, usual, different)
  const published = await stage.office.performPlan(plan.id, { kind: 'publish-plan', plan }, 'hejing' as AccountId)
  if (!published.ok) throw new Error(published.refusal.kind)
  const history = new ReviewHistory(OWNER)
  const revisions = [
    history.revision(PROFILE_ITEM, 'profile', applicant.candidate.profile),
    ...applicant.items.map(({ item, content }) => history.revision(item, content.part, content.fields)),
  ]
  for (const revision of revisions) history.send(revision).approve(revision)
  await stage.replay(OWNER, history.facts)
  const pulls = revisions.map(({ item, digest }) => ({ item, digest, note: null }))
  return { applicant, pulls, filing: await broughtFiling(plan, applicant) }
}

async function broughtFiling(plan: Plan, { candidate, filing }: Applicant): Promise<Filing> {
  const { filing: sample, files } = sampleFiling(OWNER, plan, candidate, '2022-05-09T01:00:00Z')
  for (const { file, bytes } of files) await stage.office.evidence.put(OWNER, file.sha256, bytes)
  const recommenders = await Promise.all(
    filing.recommenders.map(async (one, at) => ({ ...one, certificate: await certificate(at) })),
  )
  return { ...filing, ...sample, answers: filing.answers, score: filing.score, recommenders }
}

async function certificate(nth: number): Promise<FiledFile> {
  const bytes = new TextEncoder().encode(`%PDF-1.4\n${nth}\n%%EOF\n`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await stage.office.evidence.put(OWNER, sha256, bytes)
  return { sha256, bytes: bytes.length, type: 'application/pdf', name: `职称证书${nth}.pdf` }
}

async function submit(plan: Plan, { applicant, pulls }: Awaited<ReturnType<typeof ready>>, filing: Filing) {
  const { form } = applicant
  const answer = await (await stage.as(OWNER)).command('submit-application', {
    application: APPLICATION,
    plan: plan.id,
    planVersion: plan.version,
    form,
    pulls,
    filing,
  })
  const { kind, problems = [] } = (answer.refusal ?? {}) as {
    readonly kind?: string
    readonly problems?: readonly { readonly code: string; readonly at?: string }[]
  }
  return { status: answer.status, kind, problems: problems.map(({ code, at }) => [code, at]) }
}

async function frozen(): Promise<ApplicationSubmitted['data']> {
  const facts = await stage.office.ledger.read(`application/${APPLICATION}`)
  expect(facts.map(({ kind }) => kind)).toEqual(['application-submitted'])
  const submitted = facts.find(isApplicationSubmitted)
  if (!submitted) throw new Error('nothing was submitted')
  return submitted.data
}

describe.each(PLANS)('%s', (id, usual, ways) => {
  const plan = BUILT_IN_PLANS[id](PUBLICATION)

  test('[APP-91] every way of the plan is told here', () => {
    expect(ways.map(({ type }) => type).sort()).toEqual(plan.applicationTypes.map(({ code }) => code).sort())
  })

  test.each(ways)('[APP-91] $type: frozen with its own answers and files, refused without any one', async (way) => {
    const person = await ready(plan, usual, { ...way.different, type: way.type })
    const foreign = Object.fromEntries(
      ways.flatMap(({ answers }) => Object.keys(answers).map((code) => [code, '另一途径的回答'])),
    )
    const filing = { ...person.filing, answers: { ...foreign, ...person.filing.answers } }
    for (const [question, rule] of Object.entries(way.answers)) {
      const blank = { ...filing, answers: { ...filing.answers, [question]: '' } }
      const refused = { status: 422, kind: 'filing-incomplete', problems: [[rule, question]] }
      expect(await submit(plan, person, blank)).toEqual(refused)
    }
    for (const [slot, rule] of Object.entries(way.slots)) {
      const empty = { ...filing, attachments: filing.attachments.filter((file) => file.slot !== slot) }
      const refused = { status: 422, kind: 'filing-incomplete', problems: [[rule, slot]] }
      expect(await submit(plan, person, empty)).toEqual(refused)
    }
    expect(await submit(plan, person, filing)).toEqual({ status: 200, kind: undefined, problems: [] })
    const { submission, digest } = await frozen()
    expect(digest).toBe(submissionDigest(submission))
    expect(submission.form).toMatchObject({ type: way.type, ticks: [...person.applicant.form.ticks].sort() })
    expect(submission.plan).toMatchObject({ id: plan.id, version: 1 })
    expect(submission.pulls.map(({ item }) => item)).toEqual(person.pulls.slice(1).map(({ item }) => item))
    const kept = submission.filing
    // Only what this way asks is kept of what was written.
    expect(kept?.answers).toEqual(person.filing.answers)
    expect(Object.keys(person.filing.answers)).toEqual(expect.arrayContaining(Object.keys(way.answers)))
    const slots = kept?.attachments.map(({ slot }) => slot) ?? []
    expect(slots).toEqual(expect.arrayContaining(Object.keys(way.slots)))
    const isEvaluated = plan.applicationTypes.find(({ code }) => code === way.type)?.selfEvaluates ?? false
    expect(kept?.score?.total ?? null).toBe(isEvaluated ? String(plan.selfEvaluation?.threshold) : null)
    expect(kept?.recommenders).toHaveLength(isEvaluated && plan.recommenders ? 2 : 0)
  })
})

/** The same person with the same entries, a point or a tenth apart. */
const THRESHOLDS: readonly (readonly [score: string, Plan, Different, Different])[] = [
  ['79.9', inTenths(BUILT_IN_PLANS['sx-eco-2022-mid'](PUBLICATION)), ECOLOGY_USUAL, ecologyEntering('1.9')],
  ['80', inTenths(BUILT_IN_PLANS['sx-eco-2022-mid'](PUBLICATION)), ECOLOGY_USUAL, ecologyEntering('2')],
  ['116', BUILT_IN_PLANS['jh-con-2023-mid'](PUBLICATION), CONSTRUCTION_USUAL, constructionEvaluated('4')],
  ['116.9', BUILT_IN_PLANS['jh-con-2023-mid'](PUBLICATION), CONSTRUCTION_USUAL, constructionEvaluated('4.9')],
  ['117', BUILT_IN_PLANS['jh-con-2023-mid'](PUBLICATION), CONSTRUCTION_USUAL, constructionEvaluated('5')],
]

test.each(THRESHOLDS)(
  '[APP-92] a self-evaluation of %s is summed by the relay and held against the threshold',
  async (score, plan, usual, different) => {
    const person = await ready(plan, usual, different)
    const { threshold = 0 } = plan.selfEvaluation ?? {}
    const answer = await submit(plan, person, person.filing)
    if (Number(score) < threshold) {
      expect(answer).toEqual({ status: 422, kind: 'filing-incomplete', problems: [['V-SELF', '']] })
      expect(await stage.office.ledger.read(`application/${APPLICATION}`)).toEqual([])
      return
    }
    expect(answer.status).toBe(200)
    const { score: kept } = (await frozen()).submission.filing ?? {}
    expect(kept?.total).toBe(score)
    expect(kept?.lines.length).toBeGreaterThan(0)
  },
)
