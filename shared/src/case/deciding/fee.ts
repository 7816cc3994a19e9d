/** Paying, overdue, refunds (domain #27–#30). The amount is the bill's to the fen, and money that was paid in time is in time whenever its news comes. */
import { ok, refuse } from '../../kernel/result.ts'
import type { CaseCommandOf, CaseRefusal, CaseSituation, Decided, FiledCase } from '../case-commands.ts'
import { entryOncePaid } from '../chain.ts'
import { chargedBy, notNow, worded } from './words.ts'

export function startPayment(
  kase: FiledCase,
  { order, channel }: CaseCommandOf<'start-payment'>,
  { now }: CaseSituation,
): Decided {
  const { state, payments } = kase
  if (state.kind !== 'fee-due') return notNow(kase)
  if (now.getTime() > Date.parse(state.bill.deadline))
    return refuse({ kind: 'too-late', deadline: state.bill.deadline })
  if (Object.hasOwn(payments, order)) return refuse({ kind: 'order-taken', order })
  return ok([{ kind: 'payment-started', data: { order, fen: state.bill.fen, channel, stage: state.stage } }])
}

/**
 * An order that the person did not start herself (cash at the counter) is taken from the office alone. Of an order that she started, money
 * that came is always written down: what cannot settle the bill is kept as astray, to be given back.
 */
export function confirmPayment(
  kase: FiledCase,
  command: CaseCommandOf<'confirm-payment'>,
  situation: CaseSituation,
): Decided {
  const { state, payments, route } = kase
  const { order, fen, channel, paidAt } = command
  const started = Object.hasOwn(payments, order) ? payments[order] : undefined
  if (started && started.state !== 'started') return cameAgain(kase, command, situation)
  if (!started && situation.actor === 'relay') return refuse({ kind: 'no-such-payment', order })
  const number = worded(command.receipt)
  if (!number.ok) return number
  const problem = unsettling(kase, command, situation)
  if (problem && started) {
    const data = { order, fen, channel, stage: started.stage, receipt: number.value, paidAt, why: problem.kind }
    return ok([{ kind: 'payment-astray', data }])
  }
  if (problem) return refuse(problem)
  if (!('bill' in state) || !route) return notNow(kase)
  const to = entryOncePaid(route, state.stage, chargedBy(kase, situation))
  if (!to.ok) return to
  const data = { order, fen, channel, stage: state.stage, receipt: number.value, paidAt, to: to.value }
  return ok([{ kind: 'payment-confirmed', data }])
}

/**
 * `[CASE-170]` Of an order that was settled another way, over the counter or in another amount. The same money told again is no second one; money with
 * a receipt of its own really came, and is kept beside the first, to be given back.
 */
function cameAgain(
  { payments }: FiledCase,
  command: CaseCommandOf<'confirm-payment'>,
  { actor }: CaseSituation,
): Decided {
  const { order, fen, channel, receipt, paidAt } = command
  const known = Object.hasOwn(payments, order) ? payments[order] : undefined
  const beside = orderBeside(order)
  const isOther = known && 'receipt' in known && known.receipt !== receipt.trim()
  if (actor !== 'relay' || channel !== 'online' || !isOther || Object.hasOwn(payments, beside)) {
    return refuse({ kind: 'order-taken', order })
  }
  const { stage } = known
  const data = { order: beside, fen, channel, stage, receipt, paidAt, why: 'not-in-this-state' as const }
  return ok([{ kind: 'payment-astray', data }])
}

/** No longer than a provider's orders are. */
function orderBeside(order: string): string {
  return `${order.slice(0, 26)}-again`
}

/** Why this money does not settle what is due, or null. */
function unsettling(
  { state }: FiledCase,
  { fen, paidAt }: CaseCommandOf<'confirm-payment'>,
  { now }: CaseSituation,
): Extract<CaseRefusal, { kind: 'not-in-this-state' | 'amount-differs' | 'too-late' }> | null {
  if (state.kind !== 'fee-due' && state.kind !== 'fee-overdue') return { kind: 'not-in-this-state', state: state.kind }
  const { bill } = state
  if (fen !== bill.fen) return { kind: 'amount-differs', due: bill.fen, given: fen }
  const paid = Date.parse(paidAt)
  const isInTime = paid <= Date.parse(bill.deadline) && paid <= now.getTime()
  return isInTime ? null : { kind: 'too-late', deadline: bill.deadline }
}

/** The office alone lets a person pay after the deadline (domain #29). */
export function reopenFee(kase: FiledCase, { deadline }: CaseCommandOf<'reopen-fee'>, { now }: CaseSituation): Decided {
  const { state } = kase
  if (state.kind !== 'fee-overdue') return notNow(kase)
  if (!(Date.parse(deadline) > now.getTime())) return refuse({ kind: 'deadline-past', deadline })
  return ok([{ kind: 'fee-reopened', data: { bill: { ...state.bill, deadline } } }])
}

export function refundPayment({ payments }: FiledCase, command: CaseCommandOf<'refund-payment'>): Decided {
  const { order } = command
  const paid = Object.hasOwn(payments, order) ? payments[order] : undefined
  if (paid?.state !== 'paid' && paid?.state !== 'astray') return refuse({ kind: 'no-such-payment', order })
  const reason = worded(command.reason)
  if (!reason.ok) return reason
  return ok([{ kind: 'payment-refunded', data: { order, reason: reason.value } }])
}
