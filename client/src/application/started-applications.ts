/**
 * The list of drafts a person has started, kept in the document that is hers alone, so that her other devices find them.
 *
 *     applications : Y.Map   <application id> → { plan, startedAt }
 *
 * It is only a list of where to look: what is in a draft, the draft says, and what was submitted, the facts say.
 */
import { LOCAL_EDIT } from '@yejibu/shared/archive/archive-doc'
import {
  type AccountId,
  type ApplicationId,
  applicationIdOf,
  applicationIdSchema,
  idFrom,
  ownerOfApplication,
  type PlanId,
  planIdSchema,
} from '@yejibu/shared/kernel/ids'
import type * as Y from 'yjs'

export interface StartedApplication {
  readonly id: ApplicationId
  readonly plan: PlanId
  /** ISO 8601, by the clock of the device it was started at. */
  readonly startedAt: string
}

function listIn(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('applications')
}

/** The owner's own, newest first; whatever else is written there is left out. */
export function readStarted(doc: Y.Doc, owner: AccountId): readonly StartedApplication[] {
  const started: StartedApplication[] = []
  for (const [key, value] of listIn(doc).entries()) {
    const id = applicationIdSchema.safeParse(key)
    if (!id.success || ownerOfApplication(id.data) !== owner || typeof value !== 'object' || value === null) continue
    const { plan, startedAt } = value as Record<string, unknown>
    const known = planIdSchema.safeParse(plan)
    if (known.success && typeof startedAt === 'string') started.push({ id: id.data, plan: known.data, startedAt })
  }
  return started.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

export function noteStarted(doc: Y.Doc, { id, plan, startedAt }: StartedApplication): void {
  doc.transact(() => listIn(doc).set(id, { plan, startedAt }), LOCAL_EDIT)
}

/** Takes a draft off the list. Its document stays where it is. */
export function forgetStarted(doc: Y.Doc, id: ApplicationId): void {
  doc.transact(() => listIn(doc).delete(id), LOCAL_EDIT)
}

/** @param randomBytes at least 20 from a cryptographic source */
export function newApplicationId(owner: AccountId, randomBytes: Uint8Array): ApplicationId {
  return applicationIdOf(owner, idFrom<'application'>(randomBytes))
}
