/**
 * The first operator of a real office: whoever starts the relay gets a link, good once and for 24 hours, with which the operator's
 * account is opened. While an operator exists there is no such link.
 */
import type { OrgCommand, OrgRefusal } from '@yejibu/shared/account/org'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { AppendRefusal, FactActor } from '../ledger/ledger.ts'
import type { AccountRefusal, Accounts } from './accounts.ts'
import type { Directory, Person } from './directory.ts'
import { hashOfToken } from './sessions.ts'

export const LINK_MS = 24 * 60 * 60_000

/** The organisation that operators belong to. */
export const RELAY_ORG = 'relay' as OrgId

/** Port. */
export interface FirstRunStore {
  /** Makes this the only unspent link. */
  replace(tokenHash: string, endsAt: number): Promise<void>
  isGood(tokenHash: string, at: number): Promise<boolean>
  /** True for the one call that spent it. */
  spend(tokenHash: string, at: number): Promise<boolean>
  giveBack(tokenHash: string): Promise<void>
}

export type FirstRunRefusal = { readonly kind: 'link-spent' } | AccountRefusal | OrgRefusal | AppendRefusal

export interface FirstRun {
  /** A new link's token, or null when the office has an operator already. The earlier link is void. */
  offer(): Promise<string | null>
  isGood(token: string): Promise<boolean>
  openOperator(
    token: string,
    operator: { readonly username: string; readonly name: string; readonly password: string },
  ): Promise<Result<Person, FirstRunRefusal>>
}

export interface FirstRunParts {
  readonly store: FirstRunStore
  readonly accounts: Accounts
  readonly directory: Directory
  performOrg(command: OrgCommand, actor: FactActor): Promise<Result<readonly Fact[], OrgRefusal | AppendRefusal>>
  now(): Date
  randomBytes(count: number): Uint8Array
}

export function createFirstRun(parts: FirstRunParts): FirstRun {
  const { store, accounts, directory, performOrg } = parts

  const makeOperator = async (person: Person): Promise<Result<Person, FirstRunRefusal>> => {
    const registered = await performOrg(
      { kind: 'register-org', data: { org: RELAY_ORG, name: '平台运维', kind: 'relay', creditCode: null } },
      'relay',
    )
    if (!registered.ok && registered.refusal.kind !== 'org-exists') return registered
    const data = { org: RELAY_ORG, account: person.id, role: 'operator' as const }
    const added = await performOrg({ kind: 'add-member', data }, 'relay')
    return added.ok ? ok(person) : added
  }

  return {
    async offer() {
      if (await directory.isHeld('operator')) return null
      const token = Buffer.from(parts.randomBytes(32)).toString('base64url')
      await store.replace(hashOfToken(token), parts.now().getTime() + LINK_MS)
      return token
    },
    async isGood(token) {
      return !(await directory.isHeld('operator')) && store.isGood(hashOfToken(token), parts.now().getTime())
    },
    async openOperator(token, operator) {
      if (await directory.isHeld('operator')) return refuse({ kind: 'link-spent' })
      const tokenHash = hashOfToken(token)
      // Spent before anything else happens: of two requests at the same instant one wins.
      if (!(await store.spend(tokenHash, parts.now().getTime()))) return refuse({ kind: 'link-spent' })
      const opened = await accounts.open(operator, 'relay')
      // A name already taken or too short a password: the link is still good for another try.
      if (!opened.ok) await store.giveBack(tokenHash)
      return opened.ok ? makeOperator(opened.value) : opened
    },
  }
}
