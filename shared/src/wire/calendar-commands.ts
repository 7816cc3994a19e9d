/** What the operator may ask about the calendar of everybody, `POST /api/commands/<kind>`. */
import * as z from 'zod/mini'
import { commandIdSchema } from '../kernel/ids.ts'
import { holidayYearSchema } from '../plan/holiday-year.ts'

export const CALENDAR_COMMANDS = {
  'publish-calendar-year': z.strictObject({
    id: commandIdSchema,
    /** The version of the stream that the sender had seen, or null when any will do. */
    expected: z.nullable(z.int().check(z.nonnegative())),
    content: holidayYearSchema,
  }),
} as const

export type CalendarCommandKind = keyof typeof CALENDAR_COMMANDS

export function isCalendarCommandKind(kind: string): kind is CalendarCommandKind {
  return Object.hasOwn(CALENDAR_COMMANDS, kind)
}
