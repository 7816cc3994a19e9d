/** Paying online: `GET /api/payments` says whether it is offered; `POST /api/payments/<application>/<order>` answers with what is paid with, `…/look` with how the order stands. */
import * as z from 'zod/mini'

export const paymentMeansSchema = z.object({ isOnline: z.boolean() })
export type PaymentMeans = z.output<typeof paymentMeansSchema>

/** `code` is the text of a QR code. */
export const startedPaymentSchema = z.object({ code: z.string(), fen: z.int(), order: z.string() })
export type StartedPayment = z.output<typeof startedPaymentSchema>

export const paymentLookSchema = z.object({ state: z.enum(['started', 'paid', 'astray', 'refunded']) })
export type PaymentLook = z.output<typeof paymentLookSchema>
