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
  /** Of the finished archive; null before. */
  readonly bytes: number | null
  /** Of the finished archive; null before, and of one from before this was kept. */
  readonly sha256: string | null
  /** Whom the finished archive says something about; null likewise. */
  readonly people: readonly ApplicationId[] | null
  /** Whether something of it lies, or on `sending` may lie, in the store that all relays share. */
  readonly shared: 'no' | 'sending' | 'there'
  /** Milliseconds. */
  readonly askedAt: number
}

export interface FinishedArchive {
  readonly bytes: number
  readonly sha256: string
  readonly people: readonly ApplicationId[]
}

export interface BatchStore {
  add(batch: KeptBatch): Promise<void>
  byId(id: string): Promise<KeptBatch | null>
  /** The newest first. */
  ofOrgs(orgs: readonly OrgId[]): Promise<readonly KeptBatch[]>
  /** The oldest first. */
  running(): Promise<readonly KeptBatch[]>
  /** Only while it runs: a cancelled batch stays cancelled. */
  progress(id: string, done: number): Promise<void>
  /** Only while it runs; false when it does no more. */
  finish(id: string, archive: FinishedArchive): Promise<boolean>
  /** Only while it runs. */
  fail(id: string): Promise<void>
  /** While it runs or its archive can be fetched. */
  cancel(id: string): Promise<void>
  noteShared(id: string, shared: KeptBatch['shared']): Promise<void>
  /** Finished, and not yet where every relay finds it. */
  unshared(): Promise<readonly KeptBatch[]>
  /** Cancelled or failed, and something of it may lie in the shared store. */
  leftShared(): Promise<readonly KeptBatch[]>
  /** Of those that run no more. */
  askedBefore(at: number): Promise<readonly KeptBatch[]>
  remove(id: string): Promise<void>
}
