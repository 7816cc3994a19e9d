/** `/api/public/notices/<code>`: read and objected to by anybody, without an account (shared/src/wire/public-notices.ts). */
import type { FactId } from '@yejibu/shared/kernel/ids'
import { publicObjectionSchema } from '@yejibu/shared/wire/public-notices'
import { type Context, Hono } from 'hono'
import { readBody } from '../http/parse.ts'
import { answered, refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import { readPlanVersion } from '../plan/plan-register.ts'
import { type CaseParts, caseOf } from './perform-case.ts'
import { type NoticeRegister, objectionAnswer, performObjection, publicNotice } from './public-notices.ts'

export interface PublicRouteParts extends Omit<CaseParts, 'submissions'> {
  readonly notices: NoticeRegister
  addressOf(c: Context): string
}

/** A colleague reads and reads again; a machine that tries codes is stopped. */
const READS = { times: 240, perSeconds: 600 }
const OBJECTIONS = { times: 10, perSeconds: 3_600 }

export function publicRoutes(parts: PublicRouteParts): Hono {
  const { ledger, notices } = parts
  return new Hono()
    .get('/notices/:code', atMost(READS, parts.addressOf), async (c) => {
      const code = c.req.param('code')
      const application = await notices.applicationOf(code)
      if (!application) return refused(c, { kind: 'not-found' })
      const facts = await ledger.read(`application/${application}`)
      const made = caseOf(facts).filed?.submission.plan
      const plan = made ? await readPlanVersion(ledger, made.id, made.version) : null
      const notice = publicNotice(facts, code, plan)
      return notice ? c.json(notice) : refused(c, { kind: 'not-found' })
    })
    .get('/notices/:code/objections/:id', atMost(READS, parts.addressOf), async (c) => {
      const { code, id } = c.req.param()
      const application = await notices.applicationOf(code)
      const answer = application && objectionAnswer(await ledger.read(`application/${application}`), code, id)
      return answer ? c.json(answer) : refused(c, { kind: 'not-found' })
    })
    .post('/notices/:code/objections', atMost(OBJECTIONS, parts.addressOf), async (c) => {
      const body = await readBody(c, publicObjectionSchema)
      if (!body.ok) return refused(c, body.refusal)
      const code = c.req.param('code') as FactId
      const application = await notices.applicationOf(code)
      if (!application) return refused(c, { kind: 'not-found' })
      // Nothing of the case goes back, only that it was written down.
      return answered(c, await performObjection(parts, application, code, body.value), () => ({ isRecorded: true }))
    })
}
