/** What the operator is told of the office's machine: `GET /api/operator/health`. Counts and moments; nothing about a person. */
import * as z from 'zod/mini'

/** Why the store refuses, where it is the disk under it. */
export const DISK_CAUSES = ['disk-full', 'disk-read-only', 'disk-failing'] as const
export type DiskCause = (typeof DISK_CAUSES)[number]

/** Why a store of files takes or gives nothing, in the words that an operator can act on. */
export const EVIDENCE_CAUSES = [
  'evidence-key',
  'evidence-right',
  'evidence-bucket',
  'evidence-region',
  'evidence-clock',
  'evidence-unknown-ca',
  'evidence-expired',
  'evidence-other-name',
  'evidence-no-tls',
  'evidence-away',
  'evidence-refusing',
] as const
export type EvidenceCause = (typeof EVIDENCE_CAUSES)[number]

export const healthReportSchema = z.object({
  /** ISO 8601 in UTC, as all moments here. */
  at: z.string(),
  startedAt: z.string(),
  /** Why the store refuses what it is given; null while all is well. A page says what to do about those it knows. */
  trouble: z.nullable(z.object({ cause: z.string(), since: z.string() })),
  /** The same of the store of files, where they do not lie in the data folder. */
  evidenceTrouble: z.nullable(z.object({ cause: z.string(), since: z.string() })),
  /** Bytes where the data folder lies. */
  disk: z.object({ free: z.int(), total: z.int() }),
  store: z.object({ kind: z.enum(['file', 'postgres']), bytes: z.int() }),
  ledger: z.object({ facts: z.int(), hash: z.string(), newestAt: z.nullable(z.string()) }),
  documents: z.int(),
  /** The last one that was made with this data folder; `facts` is its head, `missing` files that were lost already. */
  backup: z.nullable(z.object({ at: z.string(), facts: z.int(), folder: z.string(), missing: z.int() })),
  /** Of this relay. */
  sockets: z.int(),
  openDocuments: z.int(),
  /** Others that it hears of; null where it listens to none. */
  otherRelays: z.nullable(z.int()),
  /** Messages on their way out of the office, and those that no provider took in a day and a half. */
  messages: z.object({ waiting: z.int(), givenUp: z.int() }),
  /** The last year up to which the State Council's holidays are known. */
  calendarThrough: z.int(),
  /** Milliseconds by which this machine's clock is before that of the database's machine, negative behind it; null where there is no other. */
  clockAhead: z._default(z.nullable(z.int()), null),
  /** Batches of forms that are being printed. */
  printing: z.int(),
  /** Those whose archive the shared store would not take, or not let go of, so far. */
  unshared: z._default(z.int(), 0),
})

export type HealthReport = z.output<typeof healthReportSchema>
