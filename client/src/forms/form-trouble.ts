/** Which sentence says why a form could not be made, or an archive of forms not be fetched. */
import type { DraftRefusal } from '@yejibu/shared/application/draft-reading'
import { type ItemId, itemIdSchema } from '@yejibu/shared/kernel/ids'
import type { ArchiveRefusal } from '@yejibu/shared/wire/forms'
import * as z from 'zod/mini'
import type { ApiRefusal } from '../platform/api.ts'

const KNOWN = [
  'unreachable',
  'too-many-requests',
  'not-found',
  'archive-elsewhere',
  'archive-on-its-way',
  'archive-store-refuses',
] as const satisfies readonly (ApiRefusal | ArchiveRefusal)['kind'][]

export type FormTrouble = (typeof KNOWN)[number] | 'other'

export function troubleKey({ kind }: ApiRefusal): FormTrouble {
  return KNOWN.find((known) => known === kind) ?? 'other'
}

/** Why a paper of a draft was not printed: the same refusals as of a submission. */
const OF_DRAFT = [
  'unreachable',
  'too-many-requests',
  'not-found',
  'not-yours',
  'no-employer',
  'no-such-plan',
  'plan-moved-on',
  'plan-not-open',
  'application-already-submitted',
  'another-application',
  'pulls-refused',
  'profile-not-pulled',
  'form-incomplete',
] as const satisfies readonly (DraftRefusal['kind'] | FormTrouble)[]

export type DraftTrouble = (typeof OF_DRAFT)[number] | 'other'

export function draftTroubleKey({ kind }: ApiRefusal): DraftTrouble {
  return OF_DRAFT.find((one) => one === kind) ?? 'other'
}

const namingItems = z.object({ problems: z.array(z.object({ item: itemIdSchema })) })

/** What a refusal is about, each once. */
export function itemsIn(refusal: ApiRefusal): readonly ItemId[] {
  const parsed = namingItems.safeParse(refusal)
  return parsed.success ? [...new Set(parsed.data.problems.map(({ item }) => item))] : []
}
