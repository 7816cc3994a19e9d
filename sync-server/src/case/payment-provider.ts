/**
 * Money that comes over the network. The counter and the office's account are confirmed by the office itself (`confirm-payment`); an online provider
 * stands behind this port: it opens its page for an order that the person started, and later says, signed, that the money came.
 *
 * Always true: nothing is believed but what the provider's own check accepted; the amount and the time are judged by the case's rule; news that
 * comes twice settles once.
 */
import type { Fact } from '@yejibu/shared/kernel/fact'
import { ok, type Result } from '@yejibu/shared/kernel/result'
import type { PaymentOrders } from './payment-orders.ts'
import { type CaseParts, caseOf, type PerformCaseRefusal, performByRelay } from './perform-case.ts'

export interface PaidOrder {
  readonly order: string
  /** Whole fen, as the provider says. */
  readonly fen: number
  /** The provider's own number. */
  readonly receipt: string
  /** ISO 8601. */
  readonly paidAt: string
}

/** Port. */
export interface OnlineProvider {
  /** What the person pays with, for instance the text of a QR code. Nothing of the person goes along: an order number and an amount. */
  codeFor(order: { readonly order: string; readonly fen: number; readonly until: string }): Promise<string>
  /** What its news says; null when it is not the provider's own word, is old, or tells of nothing paid. */
  readNews(news: { readonly headers: Headers; readonly body: string }): PaidOrder | null
  /** Asked where no news came; null while nothing was paid. */
  look(order: string): Promise<PaidOrder | null>
}

/** @returns the facts it led to; none when the order was settled before */
export async function settle(
  parts: Omit<CaseParts, 'submissions'> & { readonly orders: PaymentOrders },
  paid: PaidOrder,
): Promise<Result<readonly Fact[], PerformCaseRefusal>> {
  const application = await parts.orders.applicationOfOrder(paid.order)
  if (application === null) return { ok: false, refusal: { kind: 'no-such-payment', order: paid.order } }
  const known = caseOf(await parts.ledger.read(`application/${application}`)).payments[paid.order]
  if (known && known.state !== 'started' && known.receipt === paid.receipt) return ok([])
  // A provider's clock that runs a little ahead makes no money late.
  const ahead = Date.parse(paid.paidAt) - parts.now().getTime()
  const paidAt = ahead > 0 && ahead <= CLOCKS_APART ? parts.now().toISOString() : paid.paidAt
  const done = await performByRelay(parts, application, { kind: 'confirm-payment', channel: 'online', ...paid, paidAt })
  // It was written down before, beside what settled the order.
  return !done.ok && done.refusal.kind === 'order-taken' ? ok([]) : done
}

/** Milliseconds. */
const CLOCKS_APART = 300_000

/** News can be lost: asks after every order of the last days of which nothing was heard. @returns how many were settled */
export async function askAfterOrders(
  parts: Omit<CaseParts, 'submissions'> & { readonly orders: PaymentOrders },
  online: OnlineProvider,
): Promise<number> {
  let settled = 0
  const since = new Date(parts.now().getTime() - ASKED_FOR).toISOString()
  for (const order of await parts.orders.unheardSince(since)) {
    const paid = await online.look(order)
    if (paid && (await settle(parts, paid)).ok) settled++
  }
  return settled
}

/** Milliseconds after which an order that nobody paid is let be. */
const ASKED_FOR = 7 * 86_400_000
