/**
 * Commands about employers and their people: the shared rules, told what the relay knows of codes, scans and accounts.
 *
 * Always true: a person who was taken on by an employer belongs to no other. Her newest employer is the one that counts from the very fact on, so
 * the old one has lost its rights before it is told goodbye.
 */
import type { Actor } from '@yejibu/shared/account/actor'
import {
  decideRegistration,
  mayAskRegistration,
  type RegistrationCommand,
  type RegistrationRefusal,
  registrationOf,
} from '@yejibu/shared/account/employer-registration'
import {
  decideMembership,
  type MembershipCommand,
  type MembershipRefusal,
  mayAskMembership,
  membersOf,
} from '@yejibu/shared/account/joining'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import { MEMBERSHIP_COMMANDS, type MembershipCommandKind } from '@yejibu/shared/wire/membership-commands'
import { type MalformedRefusal, parseWith } from '../http/parse.ts'
import type { AppendRefusal } from '../ledger/ledger.ts'
import { askedCommand, type Perform } from '../ledger/perform.ts'
import type { Directory } from './directory.ts'
import type { AuthorisationStore, MembershipRegister } from './membership-register.ts'

export interface MembershipParts {
  readonly perform: Perform
  readonly directory: Directory
  readonly membership: MembershipRegister
  readonly authorisations: AuthorisationStore
}

export type PerformMembershipRefusal = MalformedRefusal | AppendRefusal | RegistrationRefusal | MembershipRefusal
type Performed = Promise<Result<readonly Fact[], PerformMembershipRefusal>>

export async function performMembership(
  parts: MembershipParts,
  kind: MembershipCommandKind,
  body: unknown,
  actor: Actor,
): Performed {
  const parsed = parseWith(MEMBERSHIP_COMMANDS[kind], body)
  if (!parsed.ok) return parsed
  const { id, expected, ...rest } = parsed.value
  // The schema of the kind gave exactly the rest of the command.
  const command = { kind, ...rest } as RegistrationCommand | MembershipCommand
  const asked = { command: askedCommand(id, kind, parsed.value), expected }
  return 'account' in command
    ? performMember(parts, command, actor, asked)
    : performRegistration(parts, command, actor, asked)
}

type AskedAs = Pick<Parameters<Perform>[0], 'command' | 'expected'>

function performRegistration(
  parts: MembershipParts,
  command: RegistrationCommand,
  actor: Actor,
  asked: AskedAs,
): Performed {
  const { membership, authorisations } = parts
  const { org } = command
  return parts.perform<RegistrationRefusal>({
    ...asked,
    stream: `org/${org}`,
    actor: actor.accountId,
    mayAsk: async () => {
      const known = await membership.registration(org)
      if (!mayAskRegistration(command, actor, known?.particulars.lead ?? null)) return refuse({ kind: 'not-yours' })
      // What is there already is no new employer of hers: how much happened in it (`stream-moved-on`) is not hers to know.
      const isNew = known !== null || (await parts.directory.orgs()).every(({ id }) => id !== org)
      return isNew ? ok(true) : refuse({ kind: 'org-exists', name: '' })
    },
    decide: async (facts) => {
      const registration = registrationOf(facts)
      const particulars = command.kind === 'register-employer' ? command.particulars : registration?.particulars
      const code = particulars?.creditCode.trim().toUpperCase() ?? ''
      const open = (await membership.registrationsOf(actor.accountId)).find((r) => r.org !== org && r.stage !== 'bound')
      return decideRegistration(registration, command, {
        actor,
        isBound: facts.some((fact) => fact.kind === 'org-registered'),
        codeHolder: await codeHolder(parts, code, org),
        openRegistration: open?.org ?? null,
        hasScan: command.kind === 'send-authorisation' && (await authorisations.has(org, command.sha256)),
      })
    },
  })
}

async function codeHolder({ directory, membership }: MembershipParts, code: string, except: OrgId) {
  const bound = (await directory.orgs()).find((o) => o.id !== except && o.creditCode === code)
  if (bound) return { org: bound.id, name: bound.name }
  const approved = (await membership.registrationsWithCode(code)).find((r) => r.org !== except && r.stage === 'active')
  return approved ? { org: approved.org, name: approved.particulars.name } : null
}

async function performMember(
  parts: MembershipParts,
  command: MembershipCommand,
  actor: Actor,
  asked: AskedAs,
): Performed {
  const { org, account } = command
  const done = await parts.perform<MembershipRefusal>({
    ...asked,
    stream: `org/${org}`,
    actor: actor.accountId,
    mayAsk: async () => (mayAskMembership(command, actor) ? ok(true) : refuse({ kind: 'not-yours' })),
    decide: async (facts) =>
      decideMembership(membersOf(facts), command, {
        actor,
        isKnown: (await parts.directory.person(account)) !== null,
      }),
  })
  if (done.ok && command.kind === 'accept-joining') await leaveOthers(parts, account, org)
  return done
}

/** Broken off here, the next acceptance finishes it; until then the newest membership is the one that counts. */
async function leaveOthers({ perform, directory }: MembershipParts, account: AccountId, stays: OrgId): Promise<void> {
  const held = await directory.membershipsOf(account)
  for (const { orgId } of held.filter((m) => m.role === 'applicant' && m.orgId !== stays)) {
    await perform<never>({
      stream: `org/${orgId}`,
      actor: 'relay',
      command: null,
      expected: null,
      decide: async () => ok([{ kind: 'member-removed', data: { org: orgId, account, role: 'applicant' } }]),
    })
  }
}
