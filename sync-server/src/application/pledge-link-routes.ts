/**
 * `POST /api/pledge-links` gives its owner a link for the phone, `GET …?application` finds it again, `GET …/<id>?wait` tells her desktop when it was signed; `POST /api/signing/page`
 * and `/api/signing` are for whoever holds the link, without a sign-in. Tokens come in bodies alone: paths are written into logs.
 */
import {
  askPledgeLinkSchema,
  pledgeLinkQuerySchema,
  signingTokenSchema,
  signPledgeSchema,
} from '@yejibu/shared/wire/pledge-link'
import { Hono } from 'hono'
import { parseWith, readBody } from '../http/parse.ts'
import { answered, refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import type { PledgeLinks } from './pledge-links.ts'

/** Milliseconds that a waiting desktop is kept; below what proxies allow. */
const PATIENCE = 20_000

export function pledgeLinkRoutes(links: PledgeLinks): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .post('/', async (c) => {
      const body = await readBody(c, askPledgeLinkSchema)
      return body.ok
        ? answered(c, await links.offer(body.value, c.var.actor), (link) => link)
        : refused(c, body.refusal)
    })
    .get('/', async (c) => {
      const query = parseWith(pledgeLinkQuerySchema, c.req.query())
      return query.ok
        ? answered(c, await links.kept(query.value.application, c.var.actor), (kept) => kept)
        : refused(c, query.refusal)
    })
    .get('/:id', async (c) => {
      const { actor } = c.var
      const id = c.req.param('id')
      const found =
        c.req.query('wait') === undefined
          ? await links.state(id, actor)
          : await links.wait(id, actor, PATIENCE, c.req.raw.signal)
      return answered(c, found, (state) => state)
    })
    .delete('/:id', async (c) => answered(c, await links.drop(c.req.param('id'), c.var.actor), () => ({})))
}

export function signingRoutes(links: PledgeLinks): Hono {
  return new Hono()
    .post('/page', async (c) => {
      const body = await readBody(c, signingTokenSchema)
      return body.ok ? answered(c, await links.page(body.value.token), (page) => page) : refused(c, body.refusal)
    })
    .post('/', async (c) => {
      const body = await readBody(c, signPledgeSchema)
      if (!body.ok) return refused(c, body.refusal)
      const { token, picture } = body.value
      return answered(c, await links.sign(token, Buffer.from(picture, 'base64')), () => ({}))
    })
}
