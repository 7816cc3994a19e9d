/**
 * `GET /api/check/<code>`: whether the checkpoint on a printed form is in the ledger. For anybody, without a sign-in; the answer names the moment and
 * the plan, of a certificate's place its number and whether it still stands, and nothing about a person. A code is not guessed: it holds half of a SHA-256.
 */

import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { Check } from '@yejibu/shared/wire/forms'
import { Hono } from 'hono'
import type { Ledger } from '../ledger/ledger.ts'
import { readCheckCode } from './check-code.ts'

const NOT_THERE: Check = { isInLedger: false, at: null, plan: null, certificate: null }

export function checkRoutes(ledger: Pick<Ledger, 'at' | 'read'>): Hono {
  return new Hono().get('/:code', async (c) => {
    const code = readCheckCode(c.req.param('code'))
    const fact = code ? await ledger.at(code.seq) : null
    if (!code || !fact?.hash.startsWith(code.hashStart)) return c.json(NOT_THERE)
    const facts = await ledger.read(fact.stream)
    const { filed } = foldCase(facts.filter((one) => one.seq <= fact.seq).filter(isCaseFact))
    const plan = filed?.submission.plan.title ?? null
    return c.json({ isInLedger: true, at: fact.at, plan, certificate: certificateAt(fact, facts) } satisfies Check)
  })
}

/** What this place says of a certificate today: a title that was revoked since is no longer valid. */
function certificateAt(fact: Fact, facts: readonly Fact[]): Check['certificate'] {
  if (!isCaseFact(fact) || fact.kind !== 'certificate-issued') return null
  return { number: fact.data.number, isValid: facts.every(({ kind }) => kind !== 'application-voided') }
}
