/**
 * A person's applications: the drafts she started, on any device, and what the facts say was submitted. A submission is known from
 * its fact alone; a draft that was submitted is no longer a draft.
 */
import { documentName } from '@yejibu/shared/account/access'
import { standingSubmission, type TakenBack, takenBack } from '@yejibu/shared/application/standing-submission'
import type { StoredSubmission } from '@yejibu/shared/application/submission'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, ApplicationId, PlanId } from '@yejibu/shared/kernel/ids'
import { type Accessor, createEffect, createMemo, createResource, createSignal, onCleanup } from 'solid-js'
import type { AccountDatabase, OutboxEntry } from '../platform/database.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'
import type { Workplace } from '../sync/workplace.ts'
import { forgetStarted, noteStarted, readStarted, type StartedApplication } from './started-applications.ts'

export type OwnApplication =
  | {
      readonly kind: 'draft'
      readonly id: ApplicationId
      readonly plan: PlanId
      readonly startedAt: string
      /** The submission that was asked for and is not accepted. */
      readonly asked: OutboxEntry | null
      /** What was submitted of it before and taken back. */
      readonly takenBack: TakenBack | null
    }
  | {
      readonly kind: 'submitted'
      readonly id: ApplicationId
      readonly plan: PlanId
      /** The submission that counts. */
      readonly fact: StoredSubmission
      /** Everything that happened to it so far. */
      readonly facts: readonly Fact[]
    }

export interface OwnApplications {
  /** Submitted ones first, each newest first. Undefined until this browser's copy has been read. */
  readonly all: Accessor<readonly OwnApplication[] | undefined>
  note(started: StartedApplication): void
  forget(id: ApplicationId): void
}

/** Owned by the page that asks. */
export function createOwnApplications(
  workplace: Pick<Workplace, 'account' | 'borrow' | 'database' | 'outbox'>,
): OwnApplications {
  const { account, database, outbox } = workplace
  const borrowed = workplace.borrow(documentName({ kind: 'private', owner: account }))
  const { doc, whenLoaded } = borrowed.document
  const [started, setStarted] = createSignal(readStarted(doc, account))
  const read = (): void => {
    setStarted(readStarted(doc, account))
  }
  doc.on('update', read)
  const [isLoaded] = createResource(() => whenLoaded.then(() => true))
  const submitted = makeQuerySignal<readonly Fact[] | undefined>(() => applicationFactsIn(database, account), undefined)
  onCleanup(() => {
    doc.off('update', read)
    submitted.stop()
    borrowed.giveBack()
  })
  const all = createMemo((): readonly OwnApplication[] | undefined => {
    const facts = submitted.value()
    if (facts === undefined || isLoaded.state !== 'ready') return undefined
    return applicationsFrom(started(), facts, outbox.entries())
  })
  createEffect(() => {
    for (const one of all() ?? []) {
      if (one.kind === 'submitted') void settleDraft(database, one.id)
    }
  })
  return { all, note: (one) => noteStarted(doc, one), forget: (id) => forgetStarted(doc, id) }
}

/** @param facts of this person's applications, in the order of the ledger */
export function applicationsFrom(
  started: readonly StartedApplication[],
  facts: readonly Fact[],
  outbox: readonly OutboxEntry[],
): readonly OwnApplication[] {
  const streams = new Map<string, Fact[]>()
  for (const fact of facts) streams.set(fact.stream, [...(streams.get(fact.stream) ?? []), fact])
  const done: (OwnApplication & { readonly kind: 'submitted' })[] = []
  const back = new Map<ApplicationId, TakenBack>()
  for (const ofOne of streams.values()) {
    const fact = standingSubmission(ofOne)
    const before = takenBack(ofOne)
    if (fact) {
      const { application, plan } = fact.data.submission
      done.push({ kind: 'submitted', id: application, plan: plan.id, fact, facts: ofOne })
    } else if (before) back.set(before.fact.data.submission.application, before)
  }
  done.sort((a, b) => b.fact.seq - a.fact.seq)
  // What was taken back is a draft again, also where the list of drafts does not have it.
  const again = [...back.values()]
    .filter(({ fact }) => started.every(({ id }) => id !== fact.data.submission.application))
    .map(({ fact }) => {
      const { application: id, plan } = fact.data.submission
      return { id, plan: plan.id, startedAt: fact.at }
    })
  const drafts = [...again, ...started]
    .filter(({ id }) => done.every((one) => one.id !== id))
    .map(
      (one): OwnApplication => ({
        kind: 'draft',
        ...one,
        asked: outbox.findLast(({ subject }) => subject === one.id) ?? null,
        takenBack: back.get(one.id) ?? null,
      }),
    )
  return [...done, ...drafts]
}

/** In the order of the ledger; only of applications that were ever submitted. */
async function applicationFactsIn(database: AccountDatabase, owner: AccountId): Promise<readonly Fact[]> {
  return database.facts
    .where('[stream+n]')
    .between([`application/${owner}.`, 0], [`application/${owner}.\uffff`, Number.MAX_SAFE_INTEGER])
    .sortBy('seq')
}

/**
 * What was written into a draft shortly before it was submitted may never have been taken in by the relay, and nobody needs it: the
 * submission has its own copy. So it is not asked about at sign-out. Where the browser's store refuses, it is asked about once too often.
 */
export async function settleDraft(database: AccountDatabase, application: ApplicationId): Promise<void> {
  await database.documents.update(`application/${application}`, { isUnsent: false }).catch(() => undefined)
}
