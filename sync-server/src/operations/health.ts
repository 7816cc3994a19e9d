/** `GET /api/health`: whether the relay answers and its disk is read. For probes; says nothing about anybody. */
import { Hono } from 'hono'
import type { Ledger } from '../ledger/ledger.ts'

export function healthRoutes(ledger: Ledger): Hono {
  return new Hono().get('/', async (c) => {
    const { seq } = await ledger.head()
    return c.json({ status: 'ok', facts: seq })
  })
}
