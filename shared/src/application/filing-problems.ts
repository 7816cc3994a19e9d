/**
 * What is missing or wrong in a filing, part by part as the plan asks for them (domain §7.2, §7.3). Each problem has a stable code and the
 * numbers of its sentence; the page guides by it and the relay decides by it.
 */

import type { Pixels } from '../archive/picture-size.ts'
import type { AccountId } from '../kernel/ids.ts'
import { allHold, type Candidate } from '../plan/condition.ts'
import { MESSAGES, type MessageValues, type RuleCode } from '../plan/messages.ts'
import { type Ask, type AttachmentSlot, applicationTypeOf, asksFor, type Plan } from '../plan/plan.ts'
import { type ProblemText, textOf } from '../plan/problem-text.ts'
import { passes, questionsFor } from '../plan/question.ts'
import { indicatorsOf } from '../plan/score-table.ts'
import {
  NOTHING_CLAIMED,
  reaches,
  type Score,
  type ScoredItem,
  type ScoredPerson,
  scoreOf,
} from '../plan/self-score.ts'
import { schoolingOf, yearsInProfession } from '../plan/tenure.ts'
import { type FiledFile, type Filing, filesNamed, type Recommender } from './filing.ts'
import { photoProblems } from './photo.ts'
import { isPledgeGood } from './pledge.ts'

export interface FilingProblem {
  readonly code: RuleCode
  readonly severity: 'error' | 'warning'
  readonly part: Ask
  /** The slot, question or indicator it is about; empty for the whole part. */
  readonly at: string
  readonly values: MessageValues
}

/** What is known of a file by whoever has its bytes. */
export interface HeldFile {
  readonly bytes: number
  readonly type: string
  /** Of a JPEG; null where none are found in its bytes. `unmeasured`: nobody has looked into them. */
  readonly pixels: Pixels | null | 'unmeasured'
}

export interface FilingSituation {
  readonly owner: AccountId
  readonly items: readonly ScoredItem[]
  /** By SHA-256: the relay's own files, or the browser's. Null: nobody asks whether they are there. */
  readonly files: ReadonlyMap<string, HeldFile> | null
}

const MEDIA = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' } as const
const MAX_BYTES = 10 * 1024 * 1024

export function filingProblems(
  plan: Plan,
  candidate: Candidate,
  filing: Filing,
  situation: FilingSituation,
): readonly FilingProblem[] {
  return [
    ...(asksFor(plan, 'photo') ? photoPart(plan, filing, situation) : []),
    ...(asksFor(plan, 'pledge') ? pledgePart(plan, filing, situation) : []),
    ...(asksFor(plan, 'details') ? detailsPart(plan, candidate, filing, situation) : []),
    ...(asksFor(plan, 'attachments') ? attachmentsPart(plan, candidate, filing) : []),
    ...herePart(plan, filing, situation),
  ]
}

export function filingText(problem: FilingProblem): ProblemText {
  return textOf(MESSAGES[problem.code], problem.values)
}

/** The score under the plan's table, or null when the plan has none or the type does not evaluate itself. */
export function filedScore(
  plan: Plan,
  candidate: Candidate,
  filing: Filing,
  items: readonly ScoredItem[],
): Score | null {
  const table = plan.selfEvaluation?.table
  if (!table || !applicationTypeOf(plan, candidate.type)?.selfEvaluates) return null
  return scoreOf(table, filing.score ?? NOTHING_CLAIMED, items, scoredPerson(plan, candidate))
}

/** What the plan's table may ask of this person. */
export function scoredPerson(
  plan: Pick<Plan, 'educationEquivalence' | 'tenureCutoff'>,
  { pulled }: Pick<Candidate, 'pulled'>,
): ScoredPerson {
  return {
    schooling: schoolingOf(plan.educationEquivalence, pulled),
    specialtyYears: yearsInProfession(pulled, plan.tenureCutoff),
  }
}

export interface AskedSlot {
  readonly slot: AttachmentSlot
  readonly isRequired: boolean
}

/** The slots that this person must fill, and those that she may. */
export function slotsFor(plan: Plan, candidate: Candidate): readonly AskedSlot[] {
  return plan.attachmentSlots.flatMap((slot): readonly AskedSlot[] => {
    if (slot.requirement === 'as-available') return [{ slot, isRequired: false }]
    const isAsked = slot.requirement === 'always' || allHold(slot.requiredWhen, candidate)
    return isAsked ? [{ slot, isRequired: true }] : []
  })
}

function problem(
  part: Ask,
  code: RuleCode,
  at: string,
  values: MessageValues = {},
  severity: FilingProblem['severity'] = 'error',
): FilingProblem {
  return { code, severity, part, at, values }
}

function photoPart(plan: Plan, { photo }: Filing, { files }: FilingSituation): readonly FilingProblem[] {
  if (!photo) return plan.photo.isRequired ? [problem('photo', 'V-PHOTO-REQ', '')] : []
  const held = files?.get(photo.sha256)
  const measure = {
    name: photo.name,
    bytes: held?.bytes ?? photo.bytes,
    isJpeg: (held?.type ?? photo.type) === MEDIA.jpg,
    pixels: held === undefined || held.pixels === 'unmeasured' ? null : held.pixels,
    corners: null,
  }
  // A JPEG in which no frame can be found has no size to judge, and nobody could open it.
  const isBroken = held !== undefined && held.type === MEDIA.jpg && held.pixels === null
  return [
    ...(isBroken ? [problem('photo', 'V-PHOTO-FMT', '')] : []),
    ...photoProblems(plan.photo, measure).map((p) => problem('photo', p.code, '', p.values, p.severity)),
  ]
}

function pledgePart(plan: Plan, filing: Filing, { owner }: FilingSituation): readonly FilingProblem[] {
  return isPledgeGood(plan, owner, filing) ? [] : [problem('pledge', 'V-PLEDGE', '', { title: plan.pledge.title })]
}

function detailsPart(
  plan: Plan,
  candidate: Candidate,
  filing: Filing,
  { items }: FilingSituation,
): readonly FilingProblem[] {
  const answers = questionsFor(plan.questions ?? [], candidate).flatMap((question) => {
    const given = Object.hasOwn(filing.answers, question.code) ? (filing.answers[question.code] ?? '') : ''
    if (passes(question, given, candidate)) return []
    return [problem('details', question.rule, question.code, { label: question.label }, question.severity)]
  })
  const score = filedScore(plan, candidate, filing, items)
  return [...answers, ...(score ? scoreProblems(plan, score) : []), ...recommenderProblems(plan, candidate, filing)]
}

function scoreProblems(plan: Plan, score: Score): readonly FilingProblem[] {
  const rule = plan.selfEvaluation
  if (!rule) return []
  const names = new Map([
    ...(rule.table?.controls.map(({ code, name }): [string, string] => [code, name]) ?? []),
    ...(rule.table ? indicatorsOf(rule.table).map(({ code, name }): [string, string] => [code, name]) : []),
  ])
  const faults = new Map(score.problems.map((p) => [p.indicator, p]))
  const problems = [...faults.values()].map(({ indicator, why }) =>
    problem('details', why === 'control-missing' ? 'V-SELF-CONTROL' : 'V-SELF-CLAIM', indicator, {
      name: names.get(indicator) ?? indicator,
    }),
  )
  if (!reaches(score.total, rule.threshold)) {
    problems.push(problem('details', 'V-SELF', '', { threshold: rule.threshold, score: score.total }))
  }
  return problems
}

function recommenderProblems(plan: Plan, candidate: Candidate, { recommenders }: Filing): readonly FilingProblem[] {
  const rule = plan.recommenders ?? null
  if (!rule || !allHold(rule.askedWhen, candidate)) return []
  const { fullName, currentEmployer } = candidate.profile
  const nameOf = ({ name, employer }: Pick<Recommender, 'name' | 'employer'>) => `${name.trim()}\n${employer.trim()}`
  const good = recommenders.filter(
    (r) =>
      r.name.trim() !== '' &&
      r.isInPost &&
      r.title.trim().endsWith(rule.title) &&
      (r.certificate !== null || !rule.needsCertificate) &&
      nameOf(r) !== nameOf({ name: fullName ?? '', employer: currentEmployer ?? '' }),
  )
  const distinct = new Set(good.map(nameOf))
  if (distinct.size >= rule.count && good.length === recommenders.length) return []
  return [problem('details', 'V-SELF-REC', 'recommenders', { count: rule.count, title: rule.title })]
}

function attachmentsPart(plan: Plan, candidate: Candidate, { attachments }: Filing): readonly FilingProblem[] {
  const problems: FilingProblem[] = []
  for (const { slot, isRequired } of slotsFor(plan, candidate)) {
    const count = attachments.filter((file) => file.slot === slot.code).length
    const { title, maxCount: max } = slot
    if (isRequired && count === 0)
      problems.push(problem('attachments', slot.rule ?? 'V-FILE-REQ', slot.code, { title }))
    if (count > max) problems.push(problem('attachments', 'V-FILE-COUNT', slot.code, { title, max, count }))
  }
  const seen = new Set<string>()
  for (const file of attachments) {
    const slot = plan.attachmentSlots.find(({ code }) => code === file.slot)
    if (!slot) problems.push(problem('attachments', 'V-FILE-SLOT', file.slot, { slot: file.slot }))
    else problems.push(...fileProblems(slot, file))
    if (seen.has(file.sha256)) problems.push(problem('attachments', 'V-FILE-DUP', file.slot, {}, 'warning'))
    seen.add(file.sha256)
  }
  return problems
}

function fileProblems(slot: AttachmentSlot, file: FiledFile): readonly FilingProblem[] {
  const maxBytes = slot.maxBytes ?? MAX_BYTES
  const formats = slot.formats.map((format) => format.toUpperCase())
  return [
    slot.formats.some((format) => MEDIA[format] === file.type)
      ? []
      : problem('attachments', 'V-FILE-TYPE', slot.code, { formats }),
    file.bytes <= maxBytes
      ? []
      : problem('attachments', 'V-FILE-SIZE', slot.code, { maxM: Math.floor((maxBytes / 1048576) * 10) / 10 }),
  ].flat()
}

/** What is said of a file must be what the relay has: otherwise it is not there yet. */
function herePart(plan: Plan, filing: Filing, { files }: FilingSituation): readonly FilingProblem[] {
  if (!files) return []
  return filesNamed(plan, filing).flatMap((file) => {
    const held = files.get(file.sha256)
    if (held && held.bytes === file.bytes && held.type === file.type) return []
    const { part, at, title } = placeOf(plan, filing, file)
    return [problem(part, 'V-FILE-HERE', at, { title })]
  })
}

function placeOf(plan: Plan, filing: Filing, file: FiledFile): { part: Ask; at: string; title: string } {
  if (filing.photo?.sha256 === file.sha256) return { part: 'photo', at: '', title: '证件照' }
  if (filing.pledge?.signature.sha256 === file.sha256) return { part: 'pledge', at: '', title: plan.pledge.title }
  const attachment = filing.attachments.find(({ sha256 }) => sha256 === file.sha256)
  if (!attachment) return { part: 'details', at: 'recommenders', title: '推荐人职称证书' }
  const slot = plan.attachmentSlots.find(({ code }) => code === attachment.slot)
  return { part: 'attachments', at: attachment.slot, title: slot?.title ?? attachment.slot }
}
