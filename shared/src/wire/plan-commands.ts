/**
 * What a committee office may ask about its plans, `POST /api/commands/<kind>`. The plan itself is judged by the rules for plans, which
 * name what is wrong in it field by field.
 */
import * as z from 'zod/mini'
import { commandIdSchema, planIdSchema } from '../kernel/ids.ts'

/** The version of the stream that the sender had seen, or null when any will do (the rules below then decide alone). */
const expected = z.nullable(z.int().check(z.nonnegative()))
const envelope = { id: commandIdSchema, expected, plan: planIdSchema }

export const PLAN_COMMANDS = {
  'publish-plan': z.strictObject({ ...envelope, content: z.record(z.string(), z.unknown()) }),
  'withdraw-plan': z.strictObject({ ...envelope, reason: z.string().check(z.maxLength(20_000)) }),
} as const

export type PlanCommandKind = keyof typeof PLAN_COMMANDS

export function isPlanCommandKind(kind: string): kind is PlanCommandKind {
  return Object.hasOwn(PLAN_COMMANDS, kind)
}
