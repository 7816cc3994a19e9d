/**
 * When a plan asks for something, as data: of whom, told from the kind of application, the approved profile and the entries that were
 * pulled. Nothing else is looked at, so the page and the relay always find the same.
 */
import * as z from 'zod/mini'
import type { FieldValues } from '../archive/item.ts'
import type { RevisionContent } from '../archive/revision.ts'
import { SECTION_KEYS } from '../archive/section.ts'

const code = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]{0,39}$/))
const section = z.enum(SECTION_KEYS)
/** An empty string stands for an empty field. */
const values = z.array(z.string())

const single = [
  z.strictObject({ on: z.literal('type'), isOneOf: z.array(code) }),
  z.strictObject({ on: z.literal('profile'), field: z.string(), isOneOf: values }),
  z.strictObject({ on: z.literal('holds-title') }),
  /** Some pulled entry of the section has one of these values. */
  z.strictObject({ on: z.literal('entry'), section, field: z.string(), isOneOf: values }),
  /** Some pulled entry of the section is dated before this month (YYYYMM) or year. */
  z.strictObject({ on: z.literal('entry-before'), section, field: z.string(), before: z.string() }),
] as const

const singleSchema = z.discriminatedUnion('on', single)
type SingleCondition = z.output<typeof singleSchema>

/** All conditions of a list must hold, and an empty list always holds; `any` holds when one of its own does. */
export const conditionSchema = z.discriminatedUnion('on', [
  ...single,
  z.strictObject({ on: z.literal('any'), of: z.array(singleSchema) }),
])
export type Condition = z.output<typeof conditionSchema>

/** The person who applies, as far as her employer approved it, and under which type. */
export interface Candidate {
  readonly type: string
  readonly profile: FieldValues
  readonly pulled: readonly RevisionContent[]
  /** Years of reviews in which something of hers was found to be falsified (V-BAN). */
  readonly falsifiedIn?: readonly number[]
  /** Bans that were spoken, each with the years it closes, both ends included: they hold whatever a later plan says (V-BAN). */
  readonly bans?: readonly { readonly from: number; readonly until: number }[]
}

export function allHold(conditions: readonly Condition[], candidate: Candidate): boolean {
  return conditions.every((condition) =>
    condition.on === 'any' ? condition.of.some((c) => holds(c, candidate)) : holds(condition, candidate),
  )
}

function holds(condition: SingleCondition, { type, profile, pulled }: Candidate): boolean {
  switch (condition.on) {
    case 'type':
      return condition.isOneOf.includes(type)
    case 'profile':
      return condition.isOneOf.includes(profile[condition.field] ?? '')
    case 'holds-title':
      return (profile.currentTitleName ?? '') !== ''
    case 'entry':
      return pulled.some(
        ({ part, fields }) => part === condition.section && condition.isOneOf.includes(fields[condition.field] ?? ''),
      )
    case 'entry-before':
      return pulled.some(({ part, fields }) => {
        const date = fields[condition.field] ?? ''
        return part === condition.section && date !== '' && date < condition.before
      })
  }
}
