/**
 * What a client may ask the relay to do, `POST /api/commands/<kind>`, and nothing else. Every command carries its own id: sent
 * again, it is the same command and gets the same answer. Objects are strict: an unknown key is an error, not a silence.
 */
import * as z from 'zod/mini'
import { EVIDENCE_KINDS, SECTION_KEYS } from '../archive/section.ts'
import { accountIdSchema, applicationIdSchema, commandIdSchema, itemIdSchema, planIdSchema } from '../kernel/ids.ts'
import { VERDICTS } from '../review/review-commands.ts'

export const digestSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const MAX_TEXT = 20_000

const evidenceSchema = z.strictObject({
  sha256: digestSchema,
  bytes: z.int().check(z.nonnegative()),
  type: z.string().check(z.maxLength(100)),
  kind: z.enum(EVIDENCE_KINDS),
})

export const revisionSchema = z.strictObject({
  digest: digestSchema,
  salt: digestSchema,
  content: z.strictObject({
    part: z.enum([...SECTION_KEYS, 'profile']),
    version: z.int(),
    fields: z.record(z.string(), z.nullable(z.string().check(z.maxLength(MAX_TEXT)))),
    evidence: z.array(evidenceSchema).check(z.maxLength(100)),
  }),
})

/** The version of the stream that the sender had seen, or null when any will do (the rules below then decide alone). */
const expected = z.nullable(z.int().check(z.nonnegative()))

export const sendRevisionSchema = z.strictObject({
  id: commandIdSchema,
  expected,
  archive: accountIdSchema,
  item: itemIdSchema,
  revision: revisionSchema,
})

export const withdrawRevisionSchema = z.strictObject({
  id: commandIdSchema,
  expected,
  archive: accountIdSchema,
  item: itemIdSchema,
  digest: digestSchema,
})

export const ruleOnRevisionSchema = z.strictObject({
  id: commandIdSchema,
  expected,
  archive: accountIdSchema,
  item: itemIdSchema,
  digest: digestSchema,
  verdict: z.enum(VERDICTS),
  reason: z.nullable(z.string().check(z.maxLength(MAX_TEXT))),
  /** Optional, so that what waited in an outbox before there was this question still goes out. */
  fields: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(100))),
})

export const revokeApprovalSchema = z.strictObject({
  id: commandIdSchema,
  expected,
  archive: accountIdSchema,
  item: itemIdSchema,
  digest: digestSchema,
  reason: z.string().check(z.maxLength(MAX_TEXT)),
})

export const attestEvidenceSchema = z.strictObject({
  id: commandIdSchema,
  expected,
  archive: accountIdSchema,
  item: itemIdSchema,
  sha256: digestSchema,
})

export const withdrawAttestationSchema = z.strictObject({
  id: commandIdSchema,
  expected,
  archive: accountIdSchema,
  item: itemIdSchema,
  sha256: digestSchema,
  reason: z.string().check(z.maxLength(MAX_TEXT)),
})

const name = z.string().check(z.maxLength(300))
const filedFileSchema = z.strictObject({
  sha256: digestSchema,
  bytes: z.int().check(z.nonnegative()),
  type: z.string().check(z.maxLength(100)),
  name,
})

/** What a plan may ask for beside the archive; each file lies with the owner's evidence by then. */
const filingSchema = z.strictObject({
  startedAt: z.nullable(z.iso.datetime({ offset: true })),
  photo: z.nullable(filedFileSchema),
  pledge: z.nullable(
    z.strictObject({
      plan: planIdSchema,
      owner: accountIdSchema,
      textDigest: digestSchema,
      signature: filedFileSchema,
      signedAt: z.iso.datetime({ offset: true }),
    }),
  ),
  answers: z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(MAX_TEXT))),
  score: z.nullable(
    z.strictObject({
      controls: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
      claims: z
        .array(
          z.strictObject({
            indicator: z.string().check(z.maxLength(40)),
            row: z.string().check(z.maxLength(40)),
            item: z.nullable(itemIdSchema),
            rank: z.nullable(z.int()),
          }),
        )
        .check(z.maxLength(500)),
      ranges: z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(20))),
    }),
  ),
  recommenders: z
    .array(
      z.strictObject({
        name,
        employer: name,
        title: name,
        specialty: name,
        isInPost: z.boolean(),
        certificate: z.nullable(filedFileSchema),
      }),
    )
    .check(z.maxLength(20)),
  attachments: z
    .array(z.strictObject({ slot: z.string().check(z.maxLength(40)), ...filedFileSchema.shape }))
    .check(z.maxLength(500)),
})

export const submitApplicationSchema = z.strictObject({
  id: commandIdSchema,
  expected,
  application: applicationIdSchema,
  plan: planIdSchema,
  planVersion: z.int(),
  form: z.strictObject({
    type: z.string().check(z.maxLength(100)),
    ticks: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(20)),
    category: z.string().check(z.maxLength(100)),
    acceptancePoint: z.string().check(z.maxLength(100)),
    statement: z.string().check(z.maxLength(MAX_TEXT)),
  }),
  pulls: z
    .array(
      z.strictObject({
        item: itemIdSchema,
        digest: digestSchema,
        /** Why an item from before the present title is pulled all the same (G4). */
        note: z.nullable(z.string().check(z.maxLength(MAX_TEXT))),
      }),
    )
    .check(z.maxLength(500)),
  filing: z.optional(filingSchema),
})

export const COMMANDS = {
  'send-revision': sendRevisionSchema,
  'withdraw-revision': withdrawRevisionSchema,
  'rule-on-revision': ruleOnRevisionSchema,
  'revoke-approval': revokeApprovalSchema,
  'attest-evidence': attestEvidenceSchema,
  'withdraw-attestation': withdrawAttestationSchema,
  'submit-application': submitApplicationSchema,
} as const

export type CommandKind = keyof typeof COMMANDS
export type CommandBody<Kind extends CommandKind> = z.output<(typeof COMMANDS)[Kind]>
