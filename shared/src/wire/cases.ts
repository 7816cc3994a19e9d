/**
 * Cases at a desk, over HTTP. Changing is by the commands of `case-commands.ts`.
 *
 * - `GET /api/cases?org=&tab=&plan=&employer=&type=&text=&after=` what stands at an organisation whose HR or officer the asker is, or has passed
 *   through it; her own applications are left out. Counts go by the filters, not by the tab.
 * - `GET /api/cases/mine` the asker's own applications; `GET /api/cases/panel` what she judges as an expert.
 * - `GET /api/cases/<application>` one case with the facts that she may see; absent and not allowed are one answer.
 * - `GET /api/cases/<application>/files/<sha256>` a file that the submission names.
 * - `POST /api/commands/batch` up to 200 case commands, each decided by itself, with one answer per row in their order.
 */
import * as z from 'zod/mini'
import { accountIdSchema, applicationIdSchema, orgIdSchema, planIdSchema } from '../kernel/ids.ts'
import { factSchema } from './feed.ts'

/** 待审查 / 审查通过 / 审查不通过 / 退回修改 / 全部. */
export const CASE_TABS = ['pending', 'passed', 'rejected', 'returned', 'all'] as const
export type CaseTab = (typeof CASE_TABS)[number]

const text = z.string().check(z.maxLength(100))

export const caseQuerySchema = z.strictObject({
  org: orgIdSchema,
  tab: z._default(z.optional(z.enum(CASE_TABS)), 'pending'),
  plan: z.optional(planIdSchema),
  employer: z.optional(orgIdSchema),
  type: z.optional(text),
  /** Part of a name, a person's or an employer's. */
  text: z.optional(text),
  /** `next` of the page before. */
  after: z.optional(z.string().check(z.maxLength(200))),
})
export type CaseQuery = z.output<typeof caseQuerySchema>

export const caseRowSchema = z.object({
  application: applicationIdSchema,
  owner: accountIdSchema,
  name: z.string(),
  employer: z.object({ id: orgIdSchema, name: z.string() }),
  plan: z.object({ id: planIdSchema, title: z.string(), year: z.int() }),
  type: z.string(),
  category: z.string(),
  /** A `StateKind`, as the reader is told it. */
  state: z.string(),
  stage: z.nullable(z.string()),
  tab: z.nullable(z.enum(CASE_TABS)),
  round: z.int(),
  /** The submission that lies there now. */
  digest: z.string(),
  /** It stands at the organisation that asks, whose turn it is. */
  isHere: z.boolean(),
  /** ISO 8601: of the present round, and of the last step. */
  submittedAt: z.string(),
  movedAt: z.string(),
})
export type CaseRow = z.output<typeof caseRowSchema>

const count = z.int().check(z.nonnegative())

export const casePageSchema = z.object({
  rows: z.array(caseRowSchema),
  counts: z.object({ pending: count, passed: count, rejected: count, returned: count, all: count }),
  /** Null on the last page. */
  next: z.nullable(z.string()),
})
export type CasePage = z.output<typeof casePageSchema>

export const ownCasesSchema = z.object({ rows: z.array(caseRowSchema) })

/** `GET /api/cases/panel`: cases of a meeting on whose panel the asker sits, as long as she may read them. */
export const panelCasesSchema = z.object({ rows: z.array(caseRowSchema) })

export const caseDetailSchema = z.object({
  reader: z.enum(['owner', 'employer', 'office', 'announcer', 'committee', 'expert']),
  state: z.string(),
  stage: z.nullable(z.string()),
  /** In order; those that the reader is not shown are left out. */
  facts: z.array(factSchema),
  /** Who acted in what is shown, and who sits on the panel, by account; the applicant is told offices, not people. */
  names: z.record(z.string(), z.string()),
  /** The organisations of its way, by id. */
  orgs: z.record(z.string(), z.string()),
})
export type CaseDetail = z.output<typeof caseDetailSchema>

/** Rows of one page, and of one batch. */
export const CASES_PER_PAGE = 100
export const BATCH_ROWS = 200

export const batchSchema = z.strictObject({
  commands: z
    .array(z.strictObject({ kind: z.string().check(z.maxLength(60)), body: z.record(z.string(), z.unknown()) }))
    .check(z.minLength(1), z.maxLength(BATCH_ROWS)),
})

/** One per row, in their order: what it led to, or why not. */
export const batchAnswerSchema = z.object({
  results: z.array(
    z.union([
      z.object({ ok: z.literal(true), facts: z.array(factSchema) }),
      z.object({ ok: z.literal(false), refusal: z.looseObject({ kind: z.string() }) }),
    ]),
  ),
})
