/** What forms are made from, read from the ledger: the submission that lies before everybody, its plan's own version, its case, and where the ledger stood. */

import { readFile } from 'node:fs/promises'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { type Form, picturesOf } from '@yejibu/shared/forms/form'
import type { Subject } from '@yejibu/shared/forms/subject'
import type { AccountId, ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { foldPlan, isPlanFact } from '@yejibu/shared/plan/plan-facts'
import type { Directory } from '../account/directory.ts'
import type { EvidenceStore } from '../evidence/evidence.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** Port: the applications under a plan that an organisation employs the person of, or has under one of its tabs. */
export interface FormRegister {
  underPlan(plan: PlanId, org: OrgId): Promise<readonly ApplicationId[]>
}

export interface FormSubjects {
  of(application: ApplicationId): Promise<Subject | null>
  underPlan(plan: PlanId, org: OrgId): Promise<readonly Subject[]>
  /** The pictures on a form, from the owners' files; what the relay does not hold is left out. */
  picturesFor(form: Form, owners: readonly AccountId[]): Promise<ReadonlyMap<string, Uint8Array>>
}

export interface FormSubjectParts {
  readonly ledger: Pick<Ledger, 'read'>
  readonly directory: Pick<Directory, 'orgs'>
  readonly evidence: Pick<EvidenceStore, 'held' | 'fetched'>
  readonly register: FormRegister
}

export function openFormSubjects({ ledger, directory, evidence, register }: FormSubjectParts): FormSubjects {
  const officeNames = async (): Promise<Record<OrgId, string>> =>
    Object.fromEntries((await directory.orgs()).map(({ id, name }) => [id, name]))

  const versionOf = async (id: PlanId, version: number): Promise<Plan | undefined> => {
    const published = foldPlan((await ledger.read(`plan/${id}`)).filter(isPlanFact))
    return published.versions.find((one) => one.version === version)
  }

  const subjectFor = async (
    application: ApplicationId,
    names: Readonly<Record<OrgId, string>>,
    planOf: (id: PlanId, version: number) => Promise<Plan | undefined>,
  ): Promise<Subject | null> => {
    const facts = (await ledger.read(`application/${application}`)).filter(isCaseFact)
    const last = facts.at(-1)
    const kase = foldCase(facts)
    if (!last || !kase.filed) return null
    const { submission } = kase.filed
    const plan = await planOf(submission.plan.id, submission.plan.version)
    if (!plan) throw new Error(`plan ${submission.plan.id} has lost its version ${submission.plan.version}`)
    const { seq, hash, at } = last
    return { submission, plan, case: kase, checkpoint: { seq, hash, at }, officeNames: names }
  }

  return {
    of: async (application) => subjectFor(application, await officeNames(), versionOf),
    async underPlan(plan, org) {
      const names = await officeNames()
      const known = new Map<string, Promise<Plan | undefined>>()
      const once = (id: PlanId, version: number) => {
        const key = `${id}/${version}`
        const asked = known.get(key) ?? versionOf(id, version)
        known.set(key, asked)
        return asked
      }
      const subjects: Subject[] = []
      for (const application of await register.underPlan(plan, org)) {
        const subject = await subjectFor(application, names, once)
        if (subject) subjects.push(subject)
      }
      return subjects
    },
    async picturesFor(form, owners) {
      const pictures = new Map<string, Uint8Array>()
      for (const { sha256 } of picturesOf(form)) {
        for (const owner of owners) {
          if (pictures.has(sha256) || !(await evidence.held(owner, sha256))) continue
          pictures.set(sha256, await readFile(await evidence.fetched(sha256)))
        }
      }
      return pictures
    },
  }
}
