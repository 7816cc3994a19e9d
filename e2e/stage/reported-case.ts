/**
 * Sample offices in which an application of 钱如兰 under a plan of their own has passed her employer: opened, found right line by line, publicised and, or
 * not yet, reported. Made through the relay's own doors with its clock in the past, so the days of the notice are over when the journey begins.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pullables } from '@yejibu/shared/application/pull'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Case } from '@yejibu/shared/case/case-state'
import { noticeContentOf, noticeDigest } from '@yejibu/shared/case/notice-content'
import {
  type AccountId,
  type ApplicationId,
  applicationIdOf,
  idFrom,
  type OrgId,
  PROFILE_ITEM,
} from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { jinhuaConstruction2023MidDetermination } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import { foldReview, reviewOf } from '@yejibu/shared/review/review'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { HE_JING, SX_ECO, SX_ECO_OFFICE, SX_HRSS } from '@yejibu/shared/testing/people'
import type { AskedCaseKind } from '@yejibu/shared/wire/case-commands'
import { officeConfig } from '../../sync-server/src/config.ts'
import type { AnyCommandKind } from '../../sync-server/src/ledger/command-routes.ts'
import { type Office, openOffice } from '../../sync-server/src/office.ts'
import { createSampleOffice } from '../../sync-server/src/operations/sample/create-sample-office.ts'
import { SUBMITTED_OWNER } from '../../sync-server/src/operations/sample/sample-application.ts'
import { enterInventedYears } from './invented-years.ts'
import { plainForm } from './plain-form.ts'

const DAY = 86_400_000
const FINE = '经逐条审查，符合申报条件，同意推荐。'

export const DETERMINED = applicationIdOf(SUBMITTED_OWNER, 'determination0')

/** Another application of hers, under a plan of 初定: the days of the employer's notice are over, and it has not been reported. */
export async function officeWithDetermination(): Promise<string> {
  return pastOffice('yejibu-determination-', async (office, clock) => {
    // The HR bureau determines, announces and gives out the certificate.
    const seats = { DEPT_M: SX_ECO, HRSS_M: SX_HRSS, ANNOUNCE: SX_HRSS, CERT: SX_HRSS }
    await clearedUnder(office, clock, DETERMINED, (notice) => notice, seats)
  })
}

export const ENTRUSTED = applicationIdOf(SUBMITTED_OWNER, 'entrusted00000')
export const ENTRUSTED_CHAIN = 'E-ENTRUST'

/** Another application of hers, reported under a plan whose committee takes nobody without a letter (评审委托书) of the department above. */
export async function officeWithMandate(): Promise<string> {
  return pastOffice('yejibu-mandate-', async (office, clock) => {
    const asking = (notice: Plan): Plan => ({
      ...notice,
      id: 'sx-entrusted-2022' as Plan['id'],
      title: '2022年度委托评审工作计划',
      mode: 'review',
      chains: [
        {
          code: ENTRUSTED_CHAIN,
          appliesTo: '委托市中评委评审的单位',
          stages: ['EMP', 'DEPT_M', 'HRSS_M', 'MID_OFFICE', 'MID_MEETING', 'ANNOUNCE', 'CERT'],
        },
      ],
      mandate: { issuedBy: ['DEPT_M'], before: 'MID_OFFICE', note: '无评审委托书的不予受理。' },
    })
    const seats = { DEPT_M: SX_ECO, HRSS_M: SX_HRSS, MID_OFFICE: SX_ECO_OFFICE }
    const { digest } = await clearedUnder(office, clock, ENTRUSTED, asking, seats)
    await ask(office, 'zhoumin', 'report-application', ENTRUSTED, { digest, chain: ENTRUSTED_CHAIN, opinion: FINE })
  })
}

/** Under a plan made from that of the 初定 of Jinhua, up to the end of the employer's notice. */
async function clearedUnder(
  office: Office,
  clock: Clock,
  application: ApplicationId,
  change: (notice: Plan) => Plan,
  offices: Readonly<Partial<Record<StageCode, { readonly id: OrgId }>>>,
): Promise<{ readonly digest: string }> {
  const at = (days: number) => new Date(clock.at + days * DAY).toISOString()
  const notice = jinhuaConstruction2023MidDetermination({ open: at(-1), close: at(90) })
  const plan = change({ ...notice, year: 2022, committee: { ...notice.committee, orgId: SX_ECO_OFFICE.id } })
  const published = await office.performPlan(plan.id, { kind: 'publish-plan', plan }, HE_JING.accountId)
  if (!published.ok) throw new Error(JSON.stringify(published.refusal))
  const seats = Object.entries(offices).map(([stage, { id: org }]) => {
    return { stage, org, acceptancePoints: null, employers: null }
  })
  await perform(office, 'hejing', 'set-seats', { org: SX_ECO_OFFICE.id, plan: plan.id, seats })
  const review = foldReview((await office.ledger.read(`archive/${SUBMITTED_OWNER}`)).filter(isReviewFact))
  const profile = reviewOf(review, PROFILE_ITEM).approved
  const approved = [...(profile ? [profile] : []), ...pullables(plan, review).map(({ approval }) => approval)]
  await perform(office, SUBMITTED_OWNER, 'submit-application', {
    application,
    plan: plan.id,
    planVersion: plan.version,
    form: plainForm(plan, '任现职以来，独立承担检测工作。'),
    pulls: approved.map(({ item, digest }) => ({ item, digest, note: null })),
  })
  return throughNotice(office, application, clock)
}

interface Clock {
  at: number
}

/** The sample office as it was forty days ago, and what happened in it since. */
async function pastOffice(prefix: string, happens: (office: Office, clock: Clock) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix))
  const clock = { at: Date.now() - 40 * DAY }
  const office = await openOffice(officeConfig(folder, { isSample: true, now: () => new Date(clock.at) }))
  try {
    await createSampleOffice(office)
    await enterInventedYears(office)
    await happens(office, clock)
  } finally {
    await office.close()
  }
  return folder
}

/** Opened, found right line by line, passed and publicised by its employer, for as many days as it takes. */
async function throughNotice(
  office: Office,
  application: ApplicationId,
  clock: Clock,
): Promise<{ readonly digest: string }> {
  const { digest, lines, content } = await filedIn(office, application)
  const checks = Object.keys(lines).map((line) => ({ line, verdict: 'right', remark: null }))
  const employer = (kind: AskedCaseKind, body: object) => ask(office, 'zhoumin', kind, application, body)
  await employer('open-submission', { digest })
  await employer('check-lines', { digest, checks })
  await employer('pass-eligibility', { digest, opinion: FINE })
  await employer('start-notice', { digest, content, workingDays: null, method: '单位公告栏' })
  clock.at += 25 * DAY
  await employer('close-notice', { content, result: '公示期间没有收到异议。' })
  return { digest }
}

async function filedIn(office: Office, application: ApplicationId) {
  const kase: Case = foldCase((await office.ledger.read(`application/${application}`)).filter(isCaseFact))
  if (!kase.filed) throw new Error('nothing was submitted')
  const { digest, lines, submission } = kase.filed
  return { digest, lines, content: noticeDigest(noticeContentOf(submission)) }
}

function ask(
  office: Office,
  who: string,
  kind: AskedCaseKind,
  application: ApplicationId,
  body: object,
): Promise<void> {
  return perform(office, who, kind, { application, ...body })
}

async function perform(office: Office, who: string, kind: AnyCommandKind, body: object): Promise<void> {
  const id = idFrom<'command'>(randomBytes(20))
  const done = await office.perform(kind, { id, expected: null, ...body }, who as AccountId)
  if (!done.ok) throw new Error(`${kind} refused: ${JSON.stringify(done.refusal)}`)
}
