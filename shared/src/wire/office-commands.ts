/** What offices set for a plan: `POST /api/commands/<kind>`, asked with the relay at hand like the commands of `case-commands.ts`. */
import * as z from 'zod/mini'
import { commandIdSchema, orgIdSchema, planIdSchema } from '../kernel/ids.ts'
import { stageCodeSchema } from '../plan/stage-code.ts'

const envelope = {
  id: commandIdSchema,
  /** The version of the stream that the sender had seen, or null when any will do. */
  expected: z.nullable(z.int().check(z.nonnegative())),
  /** The office that sets it. */
  org: orgIdSchema,
  plan: planIdSchema,
}

export const OFFICE_COMMANDS = {
  /** All of them at once: what is not among them has no office any more. */
  'set-seats': z.strictObject({
    ...envelope,
    seats: z
      .array(
        z.strictObject({
          stage: stageCodeSchema,
          org: orgIdSchema,
          acceptancePoints: z.nullable(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(200))),
          /** For nobody there is no seat: every employer is null. */
          employers: z.nullable(z.array(orgIdSchema).check(z.minLength(1), z.maxLength(2_000))),
        }),
      )
      .check(z.maxLength(2_000)),
  }),
  /** In fen by the fee's code; 0 is 不收费, and what is left out is as the plan says. */
  'set-fees': z.strictObject({
    ...envelope,
    fees: z.record(z.string().check(z.maxLength(40)), z.int()),
  }),
} as const

export type OfficeCommandKind = keyof typeof OFFICE_COMMANDS
export type OfficeBody<Kind extends OfficeCommandKind> = z.output<(typeof OFFICE_COMMANDS)[Kind]>

export function isOfficeCommandKind(kind: string): kind is OfficeCommandKind {
  return Object.hasOwn(OFFICE_COMMANDS, kind)
}
