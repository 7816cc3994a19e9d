/** `POST /api/first-run/<token>`: opens the operator's account and signs her in. `GET` says whether the link is still good. */
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { readBody } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import type { Directory } from './directory.ts'
import type { FirstRun } from './first-run.ts'
import { beginSession } from './session-routes.ts'
import type { Sessions } from './sessions.ts'

export const firstRunSchema = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.maxLength(200)),
})

export interface FirstRunRouteParts {
  readonly firstRun: FirstRun
  readonly sessions: Sessions
  readonly directory: Directory
  readonly isHttps: boolean
}

export function firstRunRoutes(parts: FirstRunRouteParts): Hono {
  return new Hono()
    .get('/:token', async (c) => {
      const isGood = await parts.firstRun.isGood(c.req.param('token'))
      return isGood ? c.json({ isGood }) : refused(c, { kind: 'link-spent' })
    })
    .post('/:token', async (c) => {
      const body = await readBody(c, firstRunSchema)
      if (!body.ok) return refused(c, body.refusal)
      const opened = await parts.firstRun.openOperator(c.req.param('token'), body.value)
      return opened.ok ? beginSession(c, parts, opened.value) : refused(c, opened.refusal)
    })
}
