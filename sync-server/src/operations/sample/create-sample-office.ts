/**
 * Fills an empty office with the sample: every step through the door that a person would use, so what the rules refuse cannot be in it
 * (`[OPS-5]`). Broken off half-way it is taken up again at the next start, because every command has a fixed id and the last step
 * says that all is done.
 */
import { readItem } from '@yejibu/shared/archive/archive-doc'
import { type Revision, revisionOf } from '@yejibu/shared/archive/revision'
import { type AccountId, type CommandId, type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import type { Result } from '@yejibu/shared/kernel/result'
import { ASKS, type Plan } from '@yejibu/shared/plan/plan'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { CAST, HE_JING, SAMPLE_ORGS, SX_ECO, SX_ECO_OFFICE, SX_HRSS, ZHOU_HANG } from '@yejibu/shared/testing/people'
import * as Y from 'yjs'
import type { AnyCommandKind } from '../../ledger/command-routes.ts'
import type { Office } from '../../office.ts'
import { SAMPLE_PEOPLE, type SamplePerson } from './people.ts'
import { SUBMITTED_APPLICATION, SUBMITTED_FORM, SUBMITTED_OWNER, sampleApplicationDoc } from './sample-application.ts'
import { sampleArchive } from './sample-archive.ts'
import { sampleFiling } from './sample-filing.ts'
import type { SampleReview } from './sample-item.ts'
import { seedId } from './seed.ts'

const DAY = 86_400_000

interface Made {
  readonly item: ItemId
  readonly revision: Revision
  readonly review: SampleReview
}

/** @throws Error when a rule refuses a step: the sample and the rules have drifted apart */
export async function createSampleOffice(office: Office): Promise<void> {
  if ((await office.ledger.read(`application/${SUBMITTED_APPLICATION}`)).length > 0) return
  await openOrgsAndAccounts(office)
  const made = new Map<AccountId, readonly Made[]>()
  for (const sample of SAMPLE_PEOPLE) made.set(sample.person.accountId, await fillArchive(office, sample))
  const plan = await publishPlan(office)
  await setOffices(office, plan)
  await submit(office, plan, made.get(SUBMITTED_OWNER) ?? [])
}

async function openOrgsAndAccounts(office: Office): Promise<void> {
  const operator = ZHOU_HANG.accountId
  const known = new Set((await office.directory.orgs()).map(({ id }) => id))
  for (const { id, name, kind, creditCode } of SAMPLE_ORGS) {
    if (known.has(id)) continue
    must(await office.performOrg({ kind: 'register-org', data: { org: id, name, kind, creditCode } }, 'relay'), name)
  }
  for (const { accountId, username, name, memberships } of CAST) {
    if (!(await office.directory.person(accountId))) {
      must(await office.accounts.open({ id: accountId, username, name, password: null }, 'relay'), name)
    }
    const held = await office.directory.membershipsOf(accountId)
    for (const { orgId, role } of memberships) {
      if (held.some((m) => m.orgId === orgId && m.role === role)) continue
      const data = { org: orgId, account: accountId, role }
      must(await office.performOrg({ kind: 'add-member', data }, operator), `${name} ${role}`)
    }
  }
}

async function fillArchive(office: Office, sample: SamplePerson): Promise<readonly Made[]> {
  const owner = sample.person.accountId
  const archive = sampleArchive(sample)
  if (!archive) return []
  const { doc, files, reviews } = archive
  await writeOnce(office, `archive/${owner}`, doc)
  for (const { evidence, bytes } of files) {
    if (!(await office.evidence.held(owner, evidence.sha256))) {
      must(await office.evidence.put(owner, evidence.sha256, bytes), evidence.name)
    }
  }
  const made = reviews.map(({ item, review }): Made => {
    const found = readItem(doc, item)
    const revision = found && revisionOf(found, owner)
    if (!revision) throw new Error(`sample: ${owner} has no ${item}`)
    return { item, revision, review }
  })
  for (const { item, revision, review } of made) {
    if (review.kind === 'draft') continue
    await command(office, 'send-revision', owner, `send/${owner}/${item}`, { archive: owner, item, revision })
  }
  for (const { item, revision, review } of made) {
    if (review.kind !== 'approved' && review.kind !== 'returned') continue
    const reviewer = CAST.find(({ username }) => username === review.by)
    if (!reviewer) throw new Error(`sample: nobody is called ${review.by}`)
    await command(office, 'rule-on-revision', reviewer.accountId, `rule/${owner}/${item}`, {
      archive: owner,
      item,
      digest: revision.digest,
      verdict: review.kind,
      reason: review.kind === 'returned' ? review.reason : null,
    })
  }
  return made
}

/** Open from two weeks ago for two months, so that the sample can be worked in whenever it is made. */
async function publishPlan(office: Office): Promise<Plan> {
  const now = office.config.now().getTime()
  const at = (days: number) => new Date(now + days * DAY).toISOString()
  const plan = shaoxingEcology2022Mid({ open: at(-14), close: at(60), asks: ASKS })
  const published = await office.ledger.read(`plan/${plan.id}`)
  if (published.length === 0) {
    must(await office.performPlan(plan.id, { kind: 'publish-plan', plan }, HE_JING.accountId), plan.title)
  }
  return plan
}

/** Who reviews what on the way of a municipal unit, and what the committee's office charges: 180 yuan, which the notice leaves open. */
async function setOffices(office: Office, plan: Plan): Promise<void> {
  const set = { org: SX_ECO_OFFICE.id, plan: plan.id }
  const seats = [
    { stage: 'DEPT_M', org: SX_ECO.id },
    { stage: 'HRSS_M', org: SX_HRSS.id },
    { stage: 'MID_OFFICE', org: SX_ECO_OFFICE.id },
  ].map((seat) => ({ ...seat, acceptancePoints: null, employers: null }))
  await command(office, 'set-seats', HE_JING.accountId, 'seats', { ...set, seats })
  await command(office, 'set-fees', HE_JING.accountId, 'fees', { ...set, fees: { review: 18_000 } })
}

async function submit(office: Office, plan: Plan, made: readonly Made[]): Promise<void> {
  const pulls = made
    .filter(({ review }) => review.kind === 'approved')
    .map(({ item, revision }) => ({ item, digest: revision.digest, note: null }))
  const contents = made.map(({ revision }) => revision.content)
  const candidate = {
    type: SUBMITTED_FORM.type,
    profile: contents.find(({ part }) => part === 'profile')?.fields ?? {},
    pulled: contents.filter(({ part }) => part !== 'profile'),
  }
  const startedAt = new Date(office.config.now().getTime() - DAY).toISOString()
  const { filing, files } = sampleFiling(SUBMITTED_OWNER, plan, candidate, startedAt)
  for (const { file, bytes } of files) {
    if (!(await office.evidence.held(SUBMITTED_OWNER, file.sha256))) {
      must(await office.evidence.put(SUBMITTED_OWNER, file.sha256, bytes), file.name)
    }
  }
  const doc = sampleApplicationDoc(
    plan,
    pulls.filter(({ item }) => item !== PROFILE_ITEM),
    filing,
  )
  await writeOnce(office, `application/${SUBMITTED_APPLICATION}`, doc)
  await command(office, 'submit-application', SUBMITTED_OWNER, 'submit/qianrulan', {
    application: SUBMITTED_APPLICATION,
    plan: plan.id,
    planVersion: plan.version,
    form: SUBMITTED_FORM,
    pulls,
    filing,
  })
}

async function writeOnce(office: Office, document: string, doc: Y.Doc): Promise<void> {
  const { rows, snapshotBytes } = await office.log.size(document)
  if (rows === 0 && snapshotBytes === 0) {
    await office.log.append([{ document, updates: [Y.encodeStateAsUpdate(doc)] }])
  }
}

async function command(
  office: Office,
  kind: AnyCommandKind,
  actor: AccountId,
  label: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const id: CommandId = seedId<'command'>(`command/${label}`)
  must(await office.perform(kind, { id, expected: null, ...body }, actor), label)
}

function must<Value>(result: Result<Value, { readonly kind: string }>, what: string): Value {
  if (!result.ok) throw new Error(`sample: ${what} was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
