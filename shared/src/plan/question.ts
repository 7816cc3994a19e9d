/**
 * What a plan asks in words beside the archive: the text of a landmark achievement, the title one comes from, whether one is still
 * appointed. Each answer has a rule, and the rule's code chooses the sentence that a failing answer gets (`messages.ts`).
 */
import * as z from 'zod/mini'
import { allHold, type Candidate, conditionSchema } from './condition.ts'

export const QUESTION_RULES = [
  'V-ANSWER',
  'V-LANDMARK',
  'V-TRANSFER',
  'V-APPT-YEAR',
  'V-SELF-SPEC',
  'V-ABC-REASON',
  'V-CREDIT',
] as const

export const questionSchema = z.strictObject({
  code: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,39}$/)),
  label: z.string().check(z.minLength(1), z.maxLength(300)),
  hint: z.string().check(z.maxLength(4000)),
  /** A yes-no answer is `yes` or `no`. */
  kind: z.enum(['text', 'yes-no']),
  /** Unicode code points after trimming. */
  maxChars: z.int().check(z.positive()),
  askedWhen: z.array(conditionSchema),
  isRequired: z.boolean(),
  /** The one answer that passes; null where any does. */
  mustBe: z.nullable(z.string()),
  /** The field of the approved profile that the answer must say again; null where none. */
  mustEqualProfile: z.nullable(z.string()),
  rule: z.enum(QUESTION_RULES),
  severity: z.enum(['error', 'warning']),
})
export type Question = z.output<typeof questionSchema>

export function questionsFor(questions: readonly Question[], candidate: Candidate): readonly Question[] {
  return questions.filter((question) => allHold(question.askedWhen, candidate))
}

/** @param answer as written; blank is no answer */
export function passes(question: Question, answer: string, candidate: Candidate): boolean {
  const text = answer.trim()
  if (text === '') return !question.isRequired
  if ([...text].length > question.maxChars) return false
  if (question.kind === 'yes-no' && text !== 'yes' && text !== 'no') return false
  if (question.mustBe !== null && text !== question.mustBe) return false
  return question.mustEqualProfile === null || text === (candidate.profile[question.mustEqualProfile] ?? '')
}
