/**
 * Opening accounts and taking access away. Who exists is a fact; the password is not: only its argon2id hash is kept, in a table of its own.
 */
import { type AccountId, accountIdSchema, idFrom } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { AppendRefusal, FactActor } from '../ledger/ledger.ts'
import type { Perform } from '../ledger/perform.ts'
import type { Directory, Person } from './directory.ts'
import { hashPassword, isLongEnough, MIN_PASSWORD_CHARS, verifyPassword } from './passwords.ts'
import type { Sessions } from './sessions.ts'

export interface NewAccount {
  /** Made here when absent. */
  readonly id?: string
  readonly username: string
  readonly name: string
  /** Null: nobody can sign in with a password until one is set (sample people, people of a single sign-on). */
  readonly password: string | null
}

export type AccountRefusal =
  | { readonly kind: 'malformed'; readonly at: readonly { readonly path: string; readonly rule: string }[] }
  | { readonly kind: 'username-taken'; readonly username: string }
  | { readonly kind: 'account-exists'; readonly account: AccountId }
  | { readonly kind: 'no-such-account' }
  | { readonly kind: 'weak-password'; readonly minChars: number }
  | { readonly kind: 'wrong-password' }

/** Port: where password hashes lie. */
export interface Credentials {
  hashOf(account: AccountId): Promise<string | null>
  /** @param at milliseconds since 1970 */
  put(account: AccountId, passwordHash: string, at: number): Promise<void>
}

export interface Accounts {
  open(account: NewAccount, actor: FactActor): Promise<Result<Person, AccountRefusal | AppendRefusal>>
  /** The person when username and password belong together. Takes as long for a name that does not exist. */
  check(username: string, password: string): Promise<Person | null>
  /** The person's own change: needs the old one, ends every other session of hers. */
  changePassword(
    account: AccountId,
    passwords: { readonly old: string; readonly next: string },
    keepSession: string | null,
  ): Promise<Result<true, AccountRefusal | AppendRefusal>>
  /** The operator's: sets a password and ends every session. */
  setPassword(
    account: AccountId,
    password: string,
    actor: FactActor,
  ): Promise<Result<true, AccountRefusal | AppendRefusal>>
  /** Ends every session and script token of the account and notes why. */
  revokeAccess(
    account: AccountId,
    reason: string,
    actor: FactActor,
  ): Promise<Result<true, AccountRefusal | AppendRefusal>>
}

export interface AccountParts {
  readonly directory: Directory
  readonly credentials: Credentials
  readonly sessions: Sessions
  readonly perform: Perform
  now(): Date
  randomBytes(count: number): Uint8Array
}

/** Letters, digits, dot, hyphen, underscore or Chinese characters; compared as written. */
const USERNAME = /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._-]{1,63}$/u

export function createAccounts(parts: AccountParts): Accounts {
  const { directory, credentials, sessions, perform } = parts

  const revoked = async (account: AccountId, reason: string, actor: FactActor) =>
    perform<never>({
      stream: `account/${account}`,
      actor,
      command: null,
      expected: null,
      decide: async () => ok([{ kind: 'access-revoked', data: { account, reason } }]),
    })

  const replacePassword = async (account: AccountId, password: string) => {
    await credentials.put(account, await hashPassword(password), parts.now().getTime())
  }

  return {
    async open({ id, username, name, password }, actor) {
      const account = accountIdSchema.safeParse(id ?? idFrom(parts.randomBytes(20)))
      if (!account.success) return malformed('id', 'lower-case letters, digits and hyphens')
      if (!USERNAME.test(username)) return malformed('username', 'lower-case letters, digits, dot, hyphen or Chinese')
      if (name.trim() === '' || name.length > 100) return malformed('name', '1–100')
      if (password !== null && !isLongEnough(password)) return weak()
      const opened = await perform<AccountRefusal>({
        stream: `account/${account.data}`,
        actor,
        command: null,
        expected: null,
        decide: async (facts) => {
          if (facts.length > 0) return refuse({ kind: 'account-exists', account: account.data })
          if (await directory.personByUsername(username)) return refuse({ kind: 'username-taken', username })
          return ok([{ kind: 'account-opened', data: { account: account.data, username, name: name.trim() } }])
        },
      })
      if (!opened.ok) return opened
      if (password !== null) await replacePassword(account.data, password)
      return ok({ id: account.data, username, name: name.trim() })
    },
    async check(username, password) {
      const person = await directory.personByUsername(username)
      const hash = person ? await credentials.hashOf(person.id) : null
      const isRight = await verifyPassword(hash, password)
      return person && isRight ? person : null
    },
    async changePassword(account, { old, next }, keepSession) {
      if (!(await verifyPassword(await credentials.hashOf(account), old))) return refuse({ kind: 'wrong-password' })
      if (!isLongEnough(next)) return weak()
      await replacePassword(account, next)
      await sessions.endAll(account, keepSession)
      await revoked(account, 'password-changed', account)
      return ok(true)
    },
    async setPassword(account, password, actor) {
      if (!(await directory.person(account))) return refuse({ kind: 'no-such-account' })
      if (!isLongEnough(password)) return weak()
      await replacePassword(account, password)
      await sessions.endAll(account, null)
      await revoked(account, 'password-set', actor)
      return ok(true)
    },
    async revokeAccess(account, reason, actor) {
      if (!(await directory.person(account))) return refuse({ kind: 'no-such-account' })
      await sessions.endAll(account, null)
      const noted = await revoked(account, reason, actor)
      return noted.ok ? ok(true) : noted
    },
  }
}

function malformed(path: string, rule: string) {
  return refuse({ kind: 'malformed', at: [{ path, rule }] })
}

function weak() {
  return refuse({ kind: 'weak-password', minChars: MIN_PASSWORD_CHARS })
}
