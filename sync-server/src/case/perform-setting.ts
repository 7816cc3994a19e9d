/** What an office sets for a plan, decided by the shared rule with the organisations and the plan that the relay knows. */
import type { Actor, OrgKind } from '@yejibu/shared/account/actor'
import {
  decideSetting,
  mayAskSetting,
  type OfficeSettingCommand,
  type OfficeSettingRefusal,
} from '@yejibu/shared/case/office-settings'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { OFFICE_COMMANDS, type OfficeCommandKind } from '@yejibu/shared/wire/office-commands'
import type { Directory } from '../account/directory.ts'
import { type MalformedRefusal, parseWith } from '../http/parse.ts'
import type { AppendRefusal, Ledger } from '../ledger/ledger.ts'
import { askedCommand, type Perform } from '../ledger/perform.ts'
import { readPlan } from '../plan/plan-register.ts'

export interface SettingParts {
  readonly perform: Perform
  readonly ledger: Ledger
  readonly directory: Directory
}

export async function performSetting(
  { perform, ledger, directory }: SettingParts,
  kind: OfficeCommandKind,
  body: unknown,
  actor: Actor,
): Promise<Result<readonly Fact[], MalformedRefusal | AppendRefusal | OfficeSettingRefusal>> {
  const parsed = parseWith(OFFICE_COMMANDS[kind], body)
  if (!parsed.ok) return parsed
  const { id, expected, ...rest } = parsed.value
  const command: OfficeSettingCommand = 'seats' in rest ? { kind: 'set-seats', ...rest } : { kind: 'set-fees', ...rest }
  return perform<OfficeSettingRefusal>({
    stream: `org/${command.org}`,
    actor: actor.accountId,
    command: askedCommand(id, kind, parsed.value),
    expected,
    mayAsk: async () =>
      mayAskSetting(command, actor, await readPlan(ledger, command.plan)) ? ok(true) : refuse({ kind: 'not-yours' }),
    decide: async () => {
      const orgs = await directory.orgs()
      const ids = (...kinds: OrgKind[]) => new Set(orgs.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id))
      const plan = await readPlan(ledger, command.plan)
      const offices = ids('department', 'committee-office')
      return decideSetting(command, { actor, plan, offices, employers: ids('employer') })
    },
  })
}
