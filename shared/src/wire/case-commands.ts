/**
 * What may be asked about a case: `POST /api/commands/<kind>`, like the commands of `commands.ts`. They are asked with the relay at hand and
 * answered at once, so no outbox keeps them (domain §5.5). What the relay's clock does by itself is not among them,
 * nor is a further round: that is `submit-application` once more. Whom it concerns, what the
 * plan says and what an office set is never taken from here: the relay knows it.
 */
import * as z from 'zod/mini'
import type { CaseCommandKind, CaseCommandOf } from '../case/case-commands.ts'
import { SPECIAL } from '../case/roster.ts'
import { accountIdSchema, applicationIdSchema, commandIdSchema } from '../kernel/ids.ts'
import { stageCodeSchema } from '../plan/stage-code.ts'
import { digestSchema } from './commands.ts'

/** The version of the stream that the sender had seen, or null when any will do (the rules then decide alone). */
const expected = z.nullable(z.int().check(z.nonnegative()))
const envelope = { id: commandIdSchema, expected, application: applicationIdSchema }
/** A reason, an opinion, a comment: the rule says how long, the schema only what is absurd. */
const words = z.string().check(z.maxLength(20_000))
const line = z.string().check(z.minLength(1), z.maxLength(300))
const name = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/))
const moment = z.iso.datetime({ offset: true })
const count = z.int().check(z.nonnegative(), z.lte(100_000))
const fen = z.int().check(z.nonnegative())

/** A contact is kept for the answer and shown to whoever answers. */
export const objectorSchema = z.union([
  z.strictObject({ name: z.string().check(z.maxLength(300)), contact: z.optional(z.string().check(z.maxLength(300))) }),
  z.literal('anonymous'),
])

const seen = { ...envelope, digest: digestSchema }
const atStage = { ...seen, stage: stageCodeSchema }
const checklist = z.record(z.string().check(z.maxLength(40)), z.enum(['met', 'not-applicable']))
const answer = { ...envelope, objection: name, investigation: words, answer: words }

export const CASE_COMMANDS = {
  'open-submission': z.strictObject(seen),
  'take-back-submission': z.strictObject(seen),
  'check-lines': z.strictObject({
    ...seen,
    checks: z
      .array(z.strictObject({ line, verdict: z.enum(['right', 'wrong']), remark: z.nullable(words) }))
      .check(z.minLength(1), z.maxLength(1_000)),
  }),
  'pass-eligibility': z.strictObject({ ...seen, opinion: words }),
  'return-submission': z.strictObject({ ...seen, reason: words }),
  'reject-submission': z.strictObject({ ...seen, reason: words }),
  'start-notice': z.strictObject({
    ...seen,
    content: digestSchema,
    workingDays: z.nullable(z.int().check(z.positive())),
    method: words,
  }),
  'carry-notice-over': z.strictObject(seen),
  'record-objection': z.strictObject({
    ...envelope,
    objection: name,
    objector: objectorSchema,
    about: z.nullable(line),
    text: words,
  }),
  'uphold-objection': z.strictObject({ ...answer, outcome: z.enum(['return', 'reject', 'fail']) }),
  'dismiss-objection': z.strictObject(answer),
  'close-notice': z.strictObject({ ...envelope, content: digestSchema, result: words }),
  'report-application': z.strictObject({
    ...seen,
    chain: line,
    opinion: words,
    vacancies: z.optional(z.int().check(z.nonnegative(), z.maximum(9999))),
  }),
  'decline-application': z.strictObject({ ...seen, reason: words }),
  'pass-stage': z.strictObject({ ...atStage, checklist, opinion: words }),
  'return-from-stage': z.strictObject({ ...atStage, reason: words }),
  'reject-at-stage': z.strictObject({ ...atStage, reason: words }),
  'recommend-case': z.strictObject(atStage),
  'issue-mandate': z.strictObject({
    ...seen,
    number: line,
    committee: line,
    grounds: words,
    handler: line,
    on: z.string().check(z.maxLength(10)),
  }),
  'determine-title': z.strictObject({ ...atStage, checklist, opinion: words }),
  'post-list': z.strictObject({ ...atStage, content: digestSchema, method: words }),
  'start-payment': z.strictObject({ ...envelope, order: name, channel: z.enum(['counter', 'transfer', 'online']) }),
  /** By the collecting office, over its counter or its account; what was paid online is confirmed by the provider through the relay. */
  'confirm-payment': z.strictObject({
    ...envelope,
    order: name,
    fen,
    channel: z.enum(['counter', 'transfer']),
    receipt: words,
    paidAt: moment,
  }),
  'reopen-fee': z.strictObject({ ...envelope, deadline: moment }),
  'refund-payment': z.strictObject({ ...envelope, order: name, reason: words }),
  'export-form': z.strictObject(seen),
  'deliver-form': z.strictObject({
    ...envelope,
    copies: count,
    seals: z.array(line).check(z.maxLength(20)),
  }),
  'call-to-interview': z.strictObject({ ...envelope, on: z.string().check(z.maxLength(10)), place: words }),
  'record-interview': z.strictObject({
    ...envelope,
    result: z.enum(['good', 'sufficient', 'poor', 'absent']),
    comment: words,
  }),
  /** Names, categories and their order are the relay's own: here is only who stands where. */
  'put-on-roster': z.strictObject({
    ...envelope,
    number: z.int().check(z.positive(), z.lte(100_000)),
    meeting: z.strictObject({
      meeting: name,
      seats: z.int().check(z.positive(), z.lte(1_000)),
      panel: z.array(accountIdSchema).check(z.maxLength(1_000)),
    }),
    roster: z
      .array(z.strictObject({ application: applicationIdSchema, special: z.nullable(z.enum(SPECIAL)) }))
      .check(z.minLength(1), z.maxLength(5_000)),
  }),
  'give-view': z.strictObject({
    ...envelope,
    recommendation: z.enum(['strong', 'plain', 'none']),
    conformity: z.enum(['meets', 'mostly', 'not']),
    comment: words,
  }),
  recuse: z.strictObject({ ...envelope, reason: words }),
  'record-vote': z.strictObject({
    ...envelope,
    vote: z.strictObject({ seats: count, present: count, for: count, against: count, abstain: count }),
  }),
  'submit-upward': z.strictObject(seen),
  'open-result-notice': z.strictObject({ ...envelope, content: digestSchema, method: words }),
  'announce-result': z.strictObject(seen),
  'issue-certificate': z.strictObject({ ...envelope, number: line }),
  'withdraw-application': z.strictObject(seen),
  'void-application': z.strictObject({
    ...envelope,
    reason: words,
    evidence: z.array(digestSchema).check(z.maxLength(100)),
  }),
} as const satisfies Record<Exclude<CaseCommandKind, ClockCommandKind | 'resubmit-application'>, z.ZodMiniType>

/** Asked by the relay's clock, and by nobody from outside. */
export type ClockCommandKind = 'witness-notice' | 'let-time-pass'

export type AskedCaseKind = keyof typeof CASE_COMMANDS
export type CaseBody<Kind extends AskedCaseKind> = z.output<(typeof CASE_COMMANDS)[Kind]>

/** Those whose words are the command itself; a roster lacks what the relay adds. */
type PlainKind = Exclude<AskedCaseKind, 'put-on-roster'>
type Unadorned<Kind extends PlainKind> = { readonly kind: Kind } & Omit<
  CaseBody<Kind>,
  'id' | 'expected' | 'application'
>
/** Kinds whose schema and command have drifted apart: none. */
export type DriftedKind = { [Kind in PlainKind]: Unadorned<Kind> extends CaseCommandOf<Kind> ? never : Kind }[PlainKind]

export function isCaseCommandKind(kind: string): kind is AskedCaseKind {
  return Object.hasOwn(CASE_COMMANDS, kind)
}
