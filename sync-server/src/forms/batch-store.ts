/** Port: batches of forms that were asked for. A batch lives until it is removed; what it printed lies in files. */
import type { AccountId, ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Batch } from '@yejibu/shared/wire/forms'

export interface KeptBatch {
  readonly id: string
  readonly account: AccountId
  readonly org: OrgId
  readonly plan: PlanId
  /** Printed on the forms. */
  readonly origin: string
  /** `YYYY-MM-DD`, the same on all of them. */
  readonly printedOn: string
  /** In the order of the roster. */
  readonly applications: readonly ApplicationId[]
  readonly state: Batch['state']
  /** Of `applications`, from the first: on disk. */
  readonly done: number
  readonly bytes: number | null
  /** Milliseconds. */
  readonly askedAt: number
}

export interface BatchStore {
  add(batch: KeptBatch): Promise<void>
  byId(id: string): Promise<KeptBatch | null>
  /** The newest first. */
  ofOrgs(orgs: readonly OrgId[]): Promise<readonly KeptBatch[]>
  /** The oldest that is not finished. */
  running(): Promise<readonly KeptBatch[]>
  /** Only while it runs: a cancelled batch stays cancelled. */
  progress(id: string, done: number): Promise<void>
  /** Only while it runs. */
  end(id: string, state: Exclude<Batch['state'], 'running'>, bytes: number | null): Promise<void>
  askedBefore(at: number): Promise<readonly string[]>
  remove(id: string): Promise<void>
}
