/**
 * Paying online. `POST /api/payments/<application>/<order>` gives the applicant what to pay with, `…/look` asks the provider whether it came;
 * `POST /api/pay/wechat` is where the provider tells its news. Without a provider none of them is there.
 */
import { type ApplicationId, applicationIdSchema } from '@yejibu/shared/kernel/ids'
import type { PaymentLook, PaymentMeans, StartedPayment } from '@yejibu/shared/wire/payments'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { PaymentOrders } from './payment-orders.ts'
import { type OnlineProvider, settle } from './payment-provider.ts'
import { type CaseParts, caseOf } from './perform-case.ts'

type Parts = Omit<CaseParts, 'submissions'> & { readonly orders: PaymentOrders }

/** Of one person. Each is a question to the provider. */
const ASKED = { times: 30, perSeconds: 600 }

export function paymentRoutes(parts: Parts & { readonly online: OnlineProvider | null }): Hono<SignedIn> {
  const { online, ledger } = parts
  const own = async (c: Context<SignedIn>) => {
    const application = applicationIdSchema.safeParse(c.req.param('application'))
    const kase = application.success ? caseOf(await ledger.read(`application/${application.data}`)) : null
    // What the provider takes as an order's number.
    if (!/^[\w-]{6,32}$/.test(c.req.param('order') ?? '')) return null
    if (!kase || kase.filed?.submission.owner !== c.var.actor.accountId) return null
    const order = c.req.param('order') ?? ''
    const payment = Object.hasOwn(kase.payments, order) ? kase.payments[order] : undefined
    return payment?.channel === 'online' ? { kase, payment } : null
  }
  return new Hono<SignedIn>()
    .get('/', (c) => c.json({ isOnline: online !== null } satisfies PaymentMeans))
    .use(
      '/:application/*',
      atMost(ASKED, (c: Context<SignedIn>) => c.var.actor.accountId),
    )
    .post('/:application/:order', async (c) => {
      const found = online ? await own(c) : null
      if (!online || !found) return refused(c, { kind: 'not-found' })
      const { payment, kase } = found
      const isOpen = kase.state.kind === 'fee-due' && payment.state === 'started'
      if (!isOpen) return refused(c, { kind: 'not-in-this-state', state: kase.state.kind })
      const { order, fen } = payment
      const code = await online.codeFor({ order, fen, until: kase.state.bill.deadline })
      return c.json({ code, fen, order } satisfies StartedPayment)
    })
    .post('/:application/:order/look', async (c) => {
      const found = online ? await own(c) : null
      if (!online || !found) return refused(c, { kind: 'not-found' })
      const paid = found.payment.state === 'started' ? await online.look(found.payment.order) : null
      if (paid) await settle(parts, paid)
      const application = c.req.param('application') as ApplicationId
      const { payments } = caseOf(await ledger.read(`application/${application}`))
      return c.json({ state: payments[found.payment.order]?.state ?? 'started' } satisfies PaymentLook)
    })
}

/** A provider's news is a few kilobytes. */
const NEWS_BYTES = 64 * 1024

export function paymentNewsRoutes(parts: Parts & { readonly online: OnlineProvider }): Hono {
  const tooLarge = (c: Context) => refused(c, { kind: 'too-large', maxBytes: NEWS_BYTES })
  return new Hono().post('/wechat', bodyLimit({ maxSize: NEWS_BYTES, onError: tooLarge }), async (c) => {
    // As it came: the signature is over its bytes, of which `text()` would drop a mark at the beginning.
    const body = Buffer.from(await c.req.arrayBuffer()).toString('utf8')
    const paid = parts.online.readNews({ headers: c.req.raw.headers, body })
    if (!paid) return c.json({ code: 'FAIL', message: 'not taken' }, 401)
    const settled = await settle(parts, paid)
    // An order that is not ours will not become ours by being told again.
    return settled.ok || settled.refusal.kind === 'no-such-payment'
      ? c.body(null, 204)
      : c.json({ code: 'FAIL', message: 'try again' }, 500)
  })
}
