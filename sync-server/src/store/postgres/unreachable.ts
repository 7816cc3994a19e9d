/** Why a PostgreSQL could not be entered, in the words that an operator can act on. */
import { type TlsTrouble, tlsTroubleOf } from '../../http/tls-trouble.ts'

export type Unreachable = TlsTrouble | 'password' | 'not-let-in' | 'no-database' | 'away'

export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable'
  readonly why: Unreachable

  constructor(cause: unknown) {
    super(`the database could not be entered: ${reasonOf(cause)}`, { cause })
    this.why = whyOf(cause)
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSALS: Readonly<Record<string, Unreachable>> = {
  '28P01': 'password',
  '28000': 'not-let-in',
  '3D000': 'no-database',
}

function whyOf(error: unknown): Unreachable {
  const tls = tlsTroubleOf(error)
  if (tls) return tls
  // The driver's own, without a code.
  if (error instanceof Error && error.message.includes('SSL connection')) return 'no-tls'
  return REFUSALS[reasonOf(error)] ?? 'away'
}

/** A code rather than a message, which may name a user. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && error.code ? String(error.code) : error.name
}
