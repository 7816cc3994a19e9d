/**
 * A public notice as anybody may read it, without an account: `GET /api/public/notices/<code>`; the code is the id of the fact that started it.
 * Once the notice has ended only its dates are given. `POST /api/public/notices/<code>/objections` raises an objection, by name or anonymously;
 * `GET /api/public/notices/<code>/objections/<id>` tells who holds that id, and nobody else, what came of it.
 */
import * as z from 'zod/mini'
import { commandIdSchema } from '../kernel/ids.ts'
import { objectorSchema } from './case-commands.ts'

const shown = z.record(z.string(), z.string())

/** What `noticeContentOf` opens of a submission: no number of a card or a telephone, of the birth date the year. */
const noticeContentSchema = z.object({
  employer: z.string(),
  plan: z.string(),
  type: z.string(),
  category: z.string(),
  birthYear: z.string(),
  person: shown,
  entries: z.array(z.object({ part: z.string(), title: z.string(), date: z.string(), shown })),
})

export const publicNoticeSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    /** What the employer posts of an application, or an office of its re-checked list or of a result: then the person alone and no entries. */
    about: z.enum(['application', 'list', 'result']),
    /** What the codes in the content are called in the plan. */
    names: z.object({ type: z.string(), category: z.string() }),
    content: noticeContentSchema,
    /** Of the content: what is witnessed day by day. */
    digest: z.string(),
    startedOn: z.string(),
    workingDays: z.int(),
    /** Null while the calendar does not reach so far. */
    lastDay: z.nullable(z.string()),
    method: z.string(),
    /** Days on which the relay found exactly this posted. */
    witnessedOn: z.array(z.string()),
  }),
  z.object({ state: z.literal('ended'), startedOn: z.string(), closedOn: z.nullable(z.string()) }),
])
export type PublicNotice = z.output<typeof publicNoticeSchema>

export const objectionAnswerSchema = z.object({
  state: z.enum(['open', 'upheld', 'dismissed']),
  /** ISO 8601: when it was raised, and when it was decided. */
  raisedAt: z.string(),
  answeredAt: z.nullable(z.string()),
  answer: z.nullable(z.string()),
})
export type ObjectionAnswerView = z.output<typeof objectionAnswerSchema>

export const publicObjectionSchema = z.strictObject({
  /** Sent again it is the same objection. */
  id: commandIdSchema,
  objector: objectorSchema,
  /** Its place among the entries of the content, or null for the whole. */
  entry: z.nullable(z.int().check(z.nonnegative(), z.lte(1_000))),
  text: z.string().check(z.maxLength(5_000)),
})
export type PublicObjection = z.output<typeof publicObjectionSchema>
