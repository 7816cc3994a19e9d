/**
 * How much is taken in from one account and from one address, whatever is asked for. Far above what people do: HR approving an employer's year
 * in one go, a year's outbox coming up after a flight, a whole office behind one address. A script in a loop meets it within a minute, is told
 * when to come back, and holds up nobody else.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { type Allowance, makeAllowance, type Rate } from './rate-limit.ts'
import type { SignedIn } from './session.ts'

/** Writes and rows of batches of one account. */
export const ACCOUNT_WRITES: Rate = { times: 1_200, perSeconds: 60 }

/** Writes from one address, before it is asked who sends them. */
export const ADDRESS_WRITES: Rate = { times: 6_000, perSeconds: 60 }

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface WriteLimits {
  readonly ofAddress: MiddlewareHandler
  /** After `signedInOnly`. */
  readonly ofAccount: MiddlewareHandler<SignedIn>
  /** Of the account: for what one request asks for more than once. */
  readonly rows: Allowance<Context<SignedIn>>
}

export function makeWriteLimits(addressOf: (c: Context) => string): WriteLimits {
  const address = makeAllowance<Context>(ADDRESS_WRITES, addressOf)
  const account = makeAllowance<Context<SignedIn>>(ACCOUNT_WRITES, (c) => c.get('actor').accountId)
  return {
    ofAddress: async (c, next) => (READS.has(c.req.method) ? null : await address(c, 1)) ?? next(),
    ofAccount: async (c, next) => (READS.has(c.req.method) ? null : await account(c, 1)) ?? next(),
    rows: account,
  }
}
