/** `POST /api/commands/<kind>`: the one way to have something decided. */
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { type Result, refuse } from '@yejibu/shared/kernel/result'
import { type CalendarCommandKind, isCalendarCommandKind } from '@yejibu/shared/wire/calendar-commands'
import { type AskedCaseKind, isCaseCommandKind } from '@yejibu/shared/wire/case-commands'
import { type batchAnswerSchema, batchSchema } from '@yejibu/shared/wire/cases'
import { COMMANDS, type CommandKind } from '@yejibu/shared/wire/commands'
import { isMembershipCommandKind, type MembershipCommandKind } from '@yejibu/shared/wire/membership-commands'
import { isOfficeCommandKind, type OfficeCommandKind } from '@yejibu/shared/wire/office-commands'
import { isPlanCommandKind, type PlanCommandKind } from '@yejibu/shared/wire/plan-commands'
import { type Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import { readBody, readJson } from '../http/parse.ts'
import { answered, type KnownRefusal, refused } from '../http/problem.ts'
import type { Allowance } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'

export type AnyCommandKind =
  | CommandKind
  | MembershipCommandKind
  | PlanCommandKind
  | AskedCaseKind
  | OfficeCommandKind
  | CalendarCommandKind

export interface CommandRouteParts {
  perform(kind: AnyCommandKind, body: unknown, actor: AccountId): Promise<Result<readonly Fact[], KnownRefusal>>
}

/** @param allowance what is left to who asks; a batch costs as much as its rows would one by one */
export function commandRoutes(parts: CommandRouteParts, allowance: Allowance<Context<SignedIn>>): Hono<SignedIn> {
  const commands = new Hono<SignedIn>()
  // Each row is a command of its own, with its own id: one that is refused holds up no other, and a batch sent again adds nothing.
  commands.post('/batch', async (c) => {
    const body = await readBody(c, batchSchema)
    if (!body.ok) return refused(c, body.refusal)
    const later = await allowance(c, body.value.commands.length - 1)
    if (later) return later
    const results: z.output<typeof batchAnswerSchema>['results'] = []
    for (const { kind, body: row } of body.value.commands) {
      const done = isCaseCommandKind(kind)
        ? await parts.perform(kind, row, c.var.actor.accountId)
        : refuse({ kind: 'not-found' })
      results.push(
        done.ok
          ? { ok: true, facts: done.value.map((fact) => ({ ...fact })) }
          : { ok: false, refusal: { ...done.refusal } },
      )
    }
    return c.json({ results })
  })
  return commands.post('/:kind', async (c) => {
    const kind = c.req.param('kind')
    if (!isAnyCommandKind(kind)) return refused(c, { kind: 'not-found' })
    const body = await readJson(c)
    if (!body.ok) return refused(c, body.refusal)
    return answered(c, await parts.perform(kind, body.value, c.var.actor.accountId), (facts) => ({ facts }))
  })
}

function isAnyCommandKind(kind: string): kind is AnyCommandKind {
  if (isMembershipCommandKind(kind) || isPlanCommandKind(kind) || isCaseCommandKind(kind)) return true
  if (isOfficeCommandKind(kind) || isCalendarCommandKind(kind)) return true
  return Object.hasOwn(COMMANDS, kind)
}
