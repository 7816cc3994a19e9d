/**
 * A real office, without sample people, made for one story: its organisations and accounts as an operator issues them, the plan as its committee publishes it,
 * the applicant's archive approved by her employer, and her application submitted. Everything goes through the relay's own doors.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@yejibu/shared/account/actor'
import {
  type AccountId,
  type ApplicationId,
  applicationIdOf,
  idFrom,
  type OrgId,
  PROFILE_ITEM,
} from '@yejibu/shared/kernel/ids'
import type { NamedRevision } from '@yejibu/shared/review/review-facts'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { officeConfig } from '../../sync-server/src/config.ts'
import type { AnyCommandKind } from '../../sync-server/src/ledger/command-routes.ts'
import { type Office, openOffice } from '../../sync-server/src/office.ts'
import { EXPERT, type SeatedPerson, type Story, type StoryOffice } from './chains.ts'
import { enterInventedYears } from './invented-years.ts'
import { plainForm } from './plain-form.ts'
import { openNow } from './published-plan.ts'

/** Of everybody in the office: what matters is who signs in, not how she keeps her secret. */
export const PASSWORD = '清清若耶溪水流到鉴湖'

export interface StoryOfficeMade {
  /** The data folder, for `startRelay`. */
  readonly folder: string
  readonly application: ApplicationId
}

export async function storyOffice(story: Story): Promise<StoryOfficeMade> {
  const folder = await mkdtemp(join(tmpdir(), 'yejibu-story-'))
  const office = await openOffice(officeConfig(folder))
  try {
    await openOrgsAndAccounts(office, story)
    await enterInventedYears(office)
    const notice = story.plan(openNow())
    const plan = { ...notice, committee: { ...notice.committee, orgId: story.committee.id } }
    must(
      await office.performPlan(plan.id, { kind: 'publish-plan', plan }, story.committee.officer.username as AccountId),
    )
    const revisions = await approvedArchive(office, story)
    const application = applicationIdOf(story.applicant.username as AccountId, idFrom<'application'>(randomBytes(20)))
    await perform(office, story.applicant, 'submit-application', {
      application,
      plan: plan.id,
      planVersion: plan.version,
      form: plainForm(plan, '任现职以来，独立承担本专业的技术工作，主持完成项目两项。'),
      pulls: revisions.map(({ item, digest }) => ({ item, digest, note: null })),
    })
    return { folder, application }
  } finally {
    await office.close()
  }
}

async function openOrgsAndAccounts(office: Office, story: Story): Promise<void> {
  const { employer, applicant } = story
  const offices = new Map([story.committee, ...story.stations.map(([, at]) => at)].map((at) => [at.id, at]))
  await openOrg(office, employer.id, employer.name, 'employer')
  for (const { id, name, kind } of offices.values()) await openOrg(office, id, name, kind)
  const people = [employer.lead, applicant, EXPERT, ...[...offices.values()].map(({ officer }) => officer)]
  // Hashing a password takes its time on purpose: all at once.
  await Promise.all(
    people.map(async ({ username, name }) =>
      must(await office.accounts.open({ id: username, username, name, password: PASSWORD }, 'relay')),
    ),
  )
  await addMember(office, employer.id, employer.lead, 'hr-lead')
  await addMember(office, employer.id, applicant, 'applicant')
  for (const { id, kind, officer } of offices.values()) {
    await addMember(office, id, officer, kind === 'department' ? 'department' : 'committee-office')
  }
}

async function openOrg(office: Office, org: string, name: string, kind: StoryOffice['kind']): Promise<void> {
  const data = { org: org as OrgId, name, kind, creditCode: null }
  must(await office.performOrg({ kind: 'register-org', data }, 'relay'))
}

async function addMember(office: Office, org: string, { username }: SeatedPerson, role: Role): Promise<void> {
  const data = { org: org as OrgId, account: username as AccountId, role }
  must(await office.performOrg({ kind: 'add-member', data }, 'relay'))
}

/** The smallest archive with which the notice lets her apply: sent by her, approved by her employer. */
async function approvedArchive(office: Office, story: Story): Promise<readonly NamedRevision[]> {
  const { applicant, employer, years, profile } = story
  const history = new ReviewHistory(applicant.username)
  const person = { fullName: applicant.name, titleObtainedYm: '201712', birthDate: '1988-03-07', ...profile }
  const revisions = [
    history.revision(PROFILE_ITEM, 'profile', person),
    history.revision('education-1', 'education', { school: '浙江工业大学', graduationYm: '201406' }),
    history.revision('work-1', 'work', { employerName: employer.name, beginYm: '201407' }),
    ...years.flatMap((year) => [
      history.revision(`assessment-${year}`, 'assessment', { year: String(year), result: 'qualified' }),
      ...(['specialty', 'generalPublic'] as const).map((subject) =>
        history.revision(`hours-${subject.toLowerCase()}-${year}`, 'continuingEducation', {
          year: String(year),
          subject,
          hours: subject === 'specialty' ? '72' : '18',
        }),
      ),
    ]),
    history.revision('paper-1', 'paper', { title: '区域水环境质量评价方法比较', publishYm: '202106' }),
  ]
  const archive = applicant.username
  for (const { item, digest, salt, content } of revisions) {
    await perform(office, applicant, 'send-revision', { archive, item, revision: { digest, salt, content } })
    const ruling = { archive, item, digest, verdict: 'approved', reason: null }
    await perform(office, employer.lead, 'rule-on-revision', ruling)
  }
  return revisions
}

async function perform(office: Office, { username }: SeatedPerson, kind: AnyCommandKind, body: object): Promise<void> {
  const id = idFrom<'command'>(randomBytes(20))
  must(await office.perform(kind, { id, expected: null, ...body }, username as AccountId))
}

function must(done: { readonly ok: boolean; readonly refusal?: unknown }): void {
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.refusal)}`)
}
