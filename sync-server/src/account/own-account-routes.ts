/**
 * `POST /api/accounts`: a person opens an account of her own and is signed in (domain §2.1: 自行注册). It belongs to nobody and opens nothing but
 * her own archive until an employer and she agree, or the operator binds the employer she registered.
 */
import { ownAccountSchema } from '@yejibu/shared/wire/membership'
import { Hono } from 'hono'
import { readBody } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import type { Accounts } from './accounts.ts'
import type { Directory } from './directory.ts'
import { beginSession } from './session-routes.ts'
import type { Sessions } from './sessions.ts'

export interface OwnAccountRouteParts {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly directory: Directory
  readonly isHttps: boolean
}

export function ownAccountRoutes(parts: OwnAccountRouteParts): Hono {
  return new Hono().post('/', async (c) => {
    const body = await readBody(c, ownAccountSchema)
    if (!body.ok) return refused(c, body.refusal)
    const opened = await parts.accounts.open(body.value, 'relay')
    return opened.ok ? beginSession(c, parts, opened.value) : refused(c, opened.refusal)
  })
}
