/** The years that the operator entered: read from the ledger when a relay starts, before it decides about a case, and as soon as a fact comes. */
import type { Actor } from '@yejibu/shared/account/actor'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { enterYears } from '@yejibu/shared/kernel/known-years'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import {
  CALENDAR_STREAM,
  type CalendarRefusal,
  decideCalendar,
  enteredYears,
  isCalendarFact,
  mayPublishCalendar,
} from '@yejibu/shared/plan/calendar-facts'
import type { HolidayYear } from '@yejibu/shared/plan/holiday-year'
import { CALENDAR_COMMANDS, type CalendarCommandKind } from '@yejibu/shared/wire/calendar-commands'
import { type MalformedRefusal, parseWith } from '../http/parse.ts'
import type { AppendRefusal, FactActor, Ledger } from '../ledger/ledger.ts'
import { type Asked, askedCommand, type Perform } from '../ledger/perform.ts'
import type { Tail } from '../ledger/tail.ts'

/** `[RELAY-351]` From now on this program's working days are those of this ledger. */
export async function readCalendar(ledger: Pick<Ledger, 'read'>): Promise<void> {
  enterYears(enteredYears(await ledger.read(CALENDAR_STREAM)))
}

/** Reads it now, and again when a fact comes from another relay or a command line beside this one. */
export async function followCalendar(
  ledger: Pick<Ledger, 'read'>,
  tail: Pick<Tail, 'listen'>,
  onDefect: (error: unknown) => void,
): Promise<void> {
  tail.listen((facts) => {
    if (facts.some(isCalendarFact)) readCalendar(ledger).catch(onDefect)
  })
  await readCalendar(ledger)
}

export interface CalendarParts {
  readonly perform: Perform
  readonly ledger: Pick<Ledger, 'read'>
  now(): Date
}

type Performed<More = never> = Promise<Result<readonly Fact[], CalendarRefusal | AppendRefusal | More>>

function asked({ now }: CalendarParts, year: HolidayYear, actor: FactActor): Asked<CalendarRefusal> {
  return {
    ...{ stream: CALENDAR_STREAM, actor, command: null, expected: null },
    decide: async (facts) => decideCalendar(facts.filter(isCalendarFact), year, now()),
  }
}

/** As the command line does it. */
export function performCalendar(parts: CalendarParts, year: HolidayYear, actor: FactActor): Performed {
  return counted(parts, parts.perform(asked(parts, year, actor)))
}

/** As an operator asks it on her page. */
export async function performOperatorCalendar(
  parts: CalendarParts,
  kind: CalendarCommandKind,
  body: unknown,
  actor: Actor,
): Performed<MalformedRefusal> {
  const parsed = parseWith(CALENDAR_COMMANDS[kind], body)
  if (!parsed.ok) return parsed
  const { id, expected, content } = parsed.value
  return counted(
    parts,
    parts.perform({
      ...asked(parts, content, actor.accountId),
      ...{ command: askedCommand(id, kind, parsed.value), expected },
      mayAsk: async () => (mayPublishCalendar(actor) ? ok(true) : refuse({ kind: 'not-yours' })),
    }),
  )
}

/** It counts when the answer goes out. */
async function counted({ ledger }: CalendarParts, performing: Performed): Performed {
  const performed = await performing
  if (performed.ok) await readCalendar(ledger)
  return performed
}
