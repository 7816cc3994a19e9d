/**
 * A plan is what a committee office publishes for a year (domain §4.1). It is data: no city's rule is in code.
 * Whatever a plan leaves null or out is not asked of anybody, so a plan published before a key existed stays readable and asks for nothing
 * new. Published plans have versions; an application names the one it was made for.
 */
import * as z from 'zod/mini'
import { SECTION_KEYS } from '../archive/section.ts'
import { planIdSchema } from '../kernel/ids.ts'
import { conditionSchema } from './condition.ts'
import { questionSchema } from './question.ts'
import { scoreTableSchema } from './score-table.ts'
import { stageCodeSchema } from './stage-code.ts'

const line = z.string().check(z.minLength(1), z.maxLength(300))
const paragraph = z.string().check(z.maxLength(4000))
const code = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,39}$/))
/** ISO 8601 with its offset, e.g. `2022-09-01T08:30:00+08:00`. */
const moment = z.iso.datetime({ offset: true })
const day = z.iso.date()
const year = z.int().check(z.gte(1950), z.lte(2100))
const count = z.int().check(z.nonnegative())

const categorySchema = z.strictObject({ code, name: line, definition: z.optional(paragraph) })

/** Domain §4.2. `ticks` are the boxes the platform shows under the type; a required one must be ticked (V-TICK). */
const applicationTypeSchema = z.strictObject({
  code,
  name: line,
  platformOption: line,
  note: paragraph,
  ticks: z.array(z.strictObject({ code, name: line, isRequired: z.boolean() })),
  /** The plan's self-evaluation must be done and reach its threshold. */
  selfEvaluates: z.optional(z.boolean()),
})
export type ApplicationType = z.output<typeof applicationTypeSchema>

/** Which rule a missing file breaks; V-FILE-REQ where nothing is said. */
export const SLOT_RULES = ['V-FILE-REQ', 'V-STAFF', 'V-STAFF-NOTE', 'V-LANDMARK', 'V-TRANSFER', 'V-DEGREE'] as const

/**
 * Printed forms that are signed or sealed outside the relay and come back as a scan, each by its name among the forms: whoever prepares an
 * application prints them before she submits it (`[FORM-33]`).
 */
export const SLOT_PAPERS = [
  'expert-opinion',
  'post-information',
  'exception',
  'self-evaluation',
  'direct-recommendation',
  'direct-abc',
  'work-history',
  'unit-note',
] as const
export type SlotPaper = (typeof SLOT_PAPERS)[number]

const attachmentSlotSchema = z.strictObject({
  code,
  title: line,
  requirement: z.enum(['always', 'when', 'as-available']),
  requiredWhen: z.array(conditionSchema),
  formats: z.array(z.enum(['pdf', 'jpg', 'png'])),
  maxCount: z.int().check(z.positive()),
  /** Of one file; 10 MB where nothing is said. */
  maxBytes: z.optional(z.int().check(z.positive())),
  rule: z.optional(z.enum(SLOT_RULES)),
  /** Which paper goes into it, signed and sealed; none that the relay prints where nothing is said. */
  paper: z.optional(z.enum(SLOT_PAPERS)),
  note: paragraph,
})
export type AttachmentSlot = z.output<typeof attachmentSlotSchema>

const acceptancePointSchema = z.strictObject({
  code,
  region: line,
  name: line,
  address: line,
  /** As the notice prints it, without an area code. */
  phone: z.string().check(z.maxLength(40)),
  orgId: z.nullable(z.string()),
})
export type AcceptancePoint = z.output<typeof acceptancePointSchema>

const chainSchema = z.strictObject({ code, appliesTo: line, stages: z.array(stageCodeSchema).check(z.minLength(1)) })

/** Hours as decimal digits, because hours are kept as typed. Null: not asked. */
const ceRuleSchema = z.strictObject({
  years: z.array(year),
  minPerYear: count,
  minSpecialtyPerYear: z.nullable(count),
  minPublicPerYear: z.nullable(count),
  minGeneralPublicPerYear: z.nullable(count),
  minIndustryPublicPerYear: z.nullable(count),
  /** How too few hours of one subject count: a warning where nothing is said. */
  subjectSeverity: z.optional(z.enum(['error', 'warning'])),
  /** All listed years together (“4年累计360”). */
  minTogether: z.optional(z.nullable(count)),
})

const photoSchema = z.strictObject({
  isRequired: z.boolean(),
  isAutoCollected: z.boolean(),
  mayReplace: z.boolean(),
  minBytesExclusive: count,
  maxBytesExclusive: count,
  minWidthExclusive: count,
  minHeightExclusive: count,
  minRatio: z.number(),
  maxRatio: z.number(),
  formats: z.array(z.enum(['jpg'])),
  /** 1寸 or 2寸 on white, as printed photos are measured: told beside the field, no program can measure it (V-PHOTO-KIND). */
  isInchSize: z.optional(z.boolean()),
})

const pullRuleSchema = z.strictObject({
  /** Each needs an approved item before an application may start (G2). */
  mandatorySections: z.array(z.enum(SECTION_KEYS)),
  /** Sections of achievements: counted by G4 and G5. The others are background (education, work, hours …) and have no period. */
  achievementSections: z.array(z.enum(SECTION_KEYS)),
  /** G4: older achievements need a note. */
  sinceTitleOnly: z.boolean(),
  /** G5: above this many achievements a warning. */
  manyAbove: count,
  /** G6: what counts as a group achievement needs proof of being a main contributor. */
  needsMainContributor: z.boolean(),
  /** The strict reading of domain §3.7: any item still waiting blocks the application. */
  blockOnAnyPending: z.boolean(),
  /** What an employer of before approved may be pulled as it stands. False: the present employer must have approved it. Absent means true. */
  acceptsFormerEmployers: z.optional(z.boolean()),
})

/** Asked of whom `when` holds: `must` must hold too. */
const requirementSchema = z.strictObject({
  code,
  when: z.array(conditionSchema),
  must: z.array(conditionSchema),
  rule: z.enum(['V-ABC', 'V-REQUIREMENT']),
  severity: z.enum(['error', 'warning']),
  /** The plan's own sentence, for V-REQUIREMENT. */
  message: z.nullable(line),
})
export type Requirement = z.output<typeof requirementSchema>

const recommenderRuleSchema = z.strictObject({
  askedWhen: z.array(conditionSchema),
  count: z.int().check(z.positive()),
  /** The title they must hold, in post. */
  title: line,
  needsCertificate: z.boolean(),
})
export type RecommenderRule = z.output<typeof recommenderRuleSchema>

/**
 * The parts of an application beside the archive that the relay insists on at submission: the photo, the signed pledge, what is asked in
 * words (questions, self-evaluation, recommenders), the files by slot.
 */
export const ASKS = ['photo', 'pledge', 'details', 'attachments'] as const
export type Ask = (typeof ASKS)[number]

/** 评审委托书 (domain §4.5, D-ENTRUST): the letter without which a committee takes nobody. */
const mandateSchema = z.strictObject({
  /** Chains whose cases need it; all where left out. */
  chains: z.optional(z.array(code)),
  /** Whose it is: the first of these stations that a case passes. */
  issuedBy: z.array(stageCodeSchema).check(z.minLength(1)),
  /** The station that takes no case without it. */
  before: stageCodeSchema,
  /** To whom it is addressed; the plan's committee where left out. */
  committee: z.optional(line),
  note: paragraph,
})

export const planSchema = z.strictObject({
  id: planIdSchema,
  version: z.int().check(z.positive()),
  title: line,
  year,
  menuPath: z.nullable(line),
  mode: z.enum(['review', 'initial-determination']),
  level: z.enum(['junior', 'mid', 'sub-senior', 'senior']),
  targetTitle: line,
  series: line,
  specialties: z.array(line),
  committee: z.strictObject({ id: code, name: line, orgId: z.nullable(z.string()) }),
  regionScope: line,
  employerScope: paragraph,
  window: z.strictObject({ open: moment, close: moment }),
  tenureCutoff: day,
  categories: z.array(categorySchema),
  applicationTypes: z.array(applicationTypeSchema).check(z.minLength(1)),
  statement: z.strictObject({ label: line, maxChars: z.int().check(z.positive()) }),
  photo: photoSchema,
  /** `text`: what is signed, where the notice gives its wording. */
  pledge: z.strictObject({ title: line, channels: z.array(line), text: z.optional(paragraph) }),
  selfEvaluation: z.nullable(
    z.strictObject({
      tableId: code,
      threshold: z.number(),
      comparison: z.literal('>='),
      table: z.optional(scoreTableSchema),
    }),
  ),
  asks: z.optional(z.array(z.enum(ASKS))),
  /** What must be read before one starts (开头语、申报须知). */
  requirementsText: z.optional(z.array(paragraph)),
  questions: z.optional(z.array(questionSchema)),
  requirements: z.optional(z.array(requirementSchema)),
  recommenders: z.optional(z.nullable(recommenderRuleSchema)),
  /** Years after the year of the review in which a falsifier may not apply for the next higher title (V-BAN). */
  falsificationBanYears: z.optional(z.nullable(count)),
  attachmentSlots: z.array(attachmentSlotSchema),
  ceRule: z.nullable(ceRuleSchema),
  assessmentRule: z.nullable(z.strictObject({ minYears: count, allowed: z.array(z.string()) })),
  titleRule: z.nullable(
    z.strictObject({
      previousTitle: line,
      minYears: z.nullable(count),
      mustBeAppointedThisYear: z.boolean(),
      /** Types it is asked of; of all where nothing is said. */
      appliesTo: z.optional(z.array(code)),
      /** Another number of years for a schooling (domain §4.8), e.g. `doctor` → 2. */
      minYearsBySchooling: z.optional(z.record(z.string(), count)),
    }),
  ),
  /** Schooling that counts as another level (domain §4.8): codes of `eduLevel`, from → as. */
  educationEquivalence: z.record(z.string(), z.string()),
  pull: pullRuleSchema,
  fees: z.array(
    z.strictObject({
      code,
      name: line,
      /** Yuan as decimal digits; null where the notice does not state it. */
      amount: z.nullable(z.string().check(z.regex(/^\d+(\.\d{1,2})?$/))),
      basis: paragraph,
      collector: line,
      stage: stageCodeSchema,
    }),
  ),
  paymentMode: z.enum(['online', 'none']),
  acceptancePoints: z.array(acceptancePointSchema),
  chains: z.array(chainSchema).check(z.minLength(1)),
  publicity: z.strictObject({
    minWorkingDays: z.int().check(z.gte(5)),
    content: paragraph,
    countStartDay: z.boolean(),
    method: line,
  }),
  evaluationForm: z.strictObject({
    copies: z.nullable(count),
    copiesIfInterview: z.nullable(count),
    watermarkText: z.nullable(line),
    stamps: z.array(line),
    mailTo: z.nullable(line),
    /** From when it may be printed for good; after the fee where nothing is said. */
    availableFrom: z.optional(z.enum(['approved', 'hrss-passed', 'fee-paid'])),
  }),
  roster: z.nullable(
    z.strictObject({ columns: z.array(line), sort: line, specialFirst: z.boolean(), notes: z.array(paragraph) }),
  ),
  mailing: z.array(paragraph),
  mandate: z.optional(z.nullable(mandateSchema)),
  postQuotaRequired: z.boolean(),
  resubmitTo: z.enum(['employer', 'returning-stage']),
  twoStepEmployer: z.boolean(),
})
export type Plan = z.output<typeof planSchema>

/** `open ≤ now ≤ close` by the clock that is handed in: the relay's decides (V-PLAN-WINDOW). */
export function windowAt(plan: Pick<Plan, 'window'>, now: Date): 'not-yet' | 'open' | 'closed' {
  if (now.getTime() < Date.parse(plan.window.open)) return 'not-yet'
  return now.getTime() <= Date.parse(plan.window.close) ? 'open' : 'closed'
}

export function applicationTypeOf(plan: Plan, type: string): ApplicationType | undefined {
  return plan.applicationTypes.find((t) => t.code === type)
}

/** Whether the relay insists on this part at submission. */
export function asksFor(plan: Pick<Plan, 'asks'>, ask: Ask): boolean {
  return plan.asks?.includes(ask) ?? false
}
