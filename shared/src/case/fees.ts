/**
 * Fees in integer fen. What is due comes from the plan's amounts or from the office's own setting (收费设定), which comes first; an amount that
 * neither states is not guessed: the case waits until it is set. A setting of 0 means 不收费.
 */
import type { OrgId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { addDays, dayInShanghai, endOfDay } from '../kernel/working-days.ts'
import type { Plan } from '../plan/plan.ts'
import type { StageCode } from '../plan/stage-code.ts'
import { caseRulesOf } from './case-rules.ts'

/** Whole fen, never negative. */
export type Fen = number

/** By the fee's code. */
export type FeeSetting = Readonly<Record<string, Fen>>

export interface Bill {
  readonly lines: readonly { readonly code: string; readonly name: string; readonly fen: Fen }[]
  /** The sum of the lines, above 0. */
  readonly fen: Fen
  /** ISO 8601: the last instant at which it is in time. */
  readonly deadline: string
}

export type Channel = 'counter' | 'transfer' | 'online'

export type Payment = PaymentOrder & {
  /** Who charged it, and gives it back: the office of the stage on the route it was charged on, whatever way the case takes after. */
  readonly collector: OrgId | null
} & (
    | { readonly state: 'started' }
    | { readonly state: 'paid'; readonly receipt: string; readonly paidAt: string }
    /** Money that came although nothing was due, too late or in another amount: to be given back. */
    | { readonly state: 'astray'; readonly receipt: string; readonly paidAt: string }
    | {
        readonly state: 'refunded'
        readonly receipt: string
        readonly paidAt: string
        readonly refundedAt: string
        readonly reason: string
      }
  )

export interface PaymentOrder {
  readonly order: string
  readonly fen: Fen
  readonly channel: Channel
  readonly stage: StageCode
}

export interface FeeNotSet {
  readonly kind: 'fee-not-set'
  readonly fees: readonly { readonly code: string; readonly name: string }[]
}

const MOST = 10_000_000

/** @returns null for anything but yuan as decimal digits with at most two places, up to 100,000 */
export function fenOf(yuan: string): Fen | null {
  const parts = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(yuan)
  if (!parts) return null
  const fen = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return fen <= MOST ? fen : null
}

/** `260.00`. */
export function yuanOf(fen: Fen): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

export function isFen(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= MOST
}

/** What was paid for a stage and not given back. */
export function paidFor(payments: Readonly<Record<string, Payment>>, stage: StageCode): Fen {
  return Object.values(payments).reduce((sum, p) => (p.state === 'paid' && p.stage === stage ? sum + p.fen : sum), 0)
}

/** What is due before this stage's work, or null when nothing is. */
export function billFor(plan: Plan, stage: StageCode, setting: FeeSetting, now: Date): Result<Bill | null, FeeNotSet> {
  if (plan.paymentMode === 'none') return ok(null)
  const fees = plan.fees.filter((fee) => fee.stage === stage)
  const lines = fees.map(({ code, name, amount }) => {
    const set = Object.hasOwn(setting, code) ? (setting[code] ?? null) : amount === null ? null : fenOf(amount)
    return { code, name, fen: set }
  })
  const unset = lines.filter((line) => line.fen === null)
  if (unset.length > 0) return refuse({ kind: 'fee-not-set', fees: unset.map(({ code, name }) => ({ code, name })) })
  const charged = lines.flatMap(({ code, name, fen }) => (fen ? [{ code, name, fen }] : []))
  const fen = charged.reduce((sum, line) => sum + line.fen, 0)
  if (fen === 0) return ok(null)
  return ok({ lines: charged, fen, deadline: endOfDay(addDays(dayInShanghai(now), caseRulesOf(plan).feeDays)) })
}
