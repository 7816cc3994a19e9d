/** What the relay says of forms over HTTP: which there are for somebody, how a batch is doing, whether a printed code is in the ledger. */
import * as z from 'zod/mini'
import { FORM_KINDS } from '../forms/form-kind.ts'
import { orgIdSchema, planIdSchema } from '../kernel/ids.ts'
import { stageCodeSchema } from '../plan/stage-code.ts'

const textSchema = z.object({ zh: z.string(), en: z.string() })
export const formKindSchema = z.enum(FORM_KINDS)

/** `GET /api/forms/application/<id>`. */
export const offersSchema = z.object({
  offers: z.array(
    z.object({
      kind: formKindSchema,
      number: z.int(),
      title: textSchema,
      purpose: textSchema,
      state: z.enum(['final', 'preview', 'own']),
    }),
  ),
})
export type Offers = z.output<typeof offersSchema>

/** `GET /api/forms/plan/<id>`: what the asker may print about groups, by her organisations. */
export const groupOffersSchema = z.object({
  groups: z.array(
    z.object({
      org: orgIdSchema,
      orgName: z.string(),
      kind: formKindSchema,
      number: z.int(),
      title: textSchema,
      purpose: textSchema,
      people: z.int(),
    }),
  ),
})
export type GroupOffers = z.output<typeof groupOffersSchema>

/** `GET /api/forms/meetings/<plan>/<org>`: the meetings that this office has held or is holding, whose minutes its officers print. */
export const meetingsSchema = z.object({
  meetings: z.array(z.object({ stage: stageCodeSchema, meeting: z.string(), people: z.int(), decided: z.int() })),
})
export type Meetings = z.output<typeof meetingsSchema>

/** With what `POST /api/forms/draft/<paper>.pdf` prints: the names of what is still missing (`missingName`), with blanks between; empty when nothing is. */
export const MISSING_HEADER = 'yejibu-missing'

/** Enough to mend a draft by; proxies take no headers of any length. */
const MOST_MISSING = 40

export function missingHeader(names: readonly string[]): string {
  return [...new Set(names)].slice(0, MOST_MISSING).join(' ')
}

export function missingInHeader(header: string | null): readonly string[] {
  return (header ?? '').split(' ').filter((name) => name !== '')
}

/** `POST /api/forms/batches`: the roster (PDF and sheet) and an evaluation form for each person on it. */
export const askBatchSchema = z.strictObject({ plan: planIdSchema, org: orgIdSchema })

export const BATCH_STATES = ['running', 'ready', 'cancelled', 'failed'] as const

export const batchSchema = z.object({
  id: z.string(),
  plan: planIdSchema,
  org: orgIdSchema,
  state: z.enum(BATCH_STATES),
  people: z.int(),
  done: z.int(),
  /** ISO 8601. */
  askedAt: z.string(),
  /** Of the finished file; null before. */
  bytes: z.nullable(z.int()),
})
export type Batch = z.output<typeof batchSchema>

/** Why the archive of a finished batch, `GET /api/forms/batches/<id>/file`, is not handed out where it was asked for. */
export type ArchiveRefusal =
  /** It lies at the relay that printed it, and relays share neither folder nor store. */
  | { readonly kind: 'archive-elsewhere' }
  /** The relay that has it has not brought it to the shared store yet, and goes on trying. */
  | { readonly kind: 'archive-on-its-way' }
  /** The shared store does not answer, or answers that it will not. */
  | { readonly kind: 'archive-store-refuses' }

export const batchesSchema = z.object({ batches: z.array(batchSchema) })

/** `GET /api/check/<code>`: for anybody, so nothing about a person is in it. */
export const checkSchema = z.object({
  isInLedger: z.boolean(),
  /** ISO 8601: when the ledger stood there. */
  at: z.nullable(z.string()),
  plan: z.nullable(z.string()),
  /** Where the place is that of a certificate: its number, and whether the title still stands. */
  certificate: z._default(z.nullable(z.object({ number: z.string(), isValid: z.boolean() })), null),
})
export type Check = z.output<typeof checkSchema>
