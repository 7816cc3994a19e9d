/** Orders are looked up by their number among all facts: once for each payment and each of a provider's news. */
import { define } from '../store.ts'
import type { Migration } from './migration.ts'

export const paymentOrders: Migration = {
  name: '0012-payment-orders',
  *up() {
    yield* define(`
      CREATE INDEX fact_payment_order ON fact (json_extract(data, '$.order'))
        WHERE kind IN ('payment-started', 'payment-confirmed', 'payment-astray');
    `)
  },
}
