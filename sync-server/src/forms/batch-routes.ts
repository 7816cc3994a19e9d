/**
 * `/api/forms/batches`: `POST` asks for the forms of everybody on an office's list, `GET` tells how far the office's batches are, `DELETE …/<id>` stops one
 * and removes its files, `GET …/<id>/file` gives the finished archive. Only members of the office; absent and not allowed are one answer.
 */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { officesOf } from '@yejibu/shared/forms/catalogue'
import { askBatchSchema, type Batch } from '@yejibu/shared/wire/forms'
import { type Context, Hono } from 'hono'
import type { Diary } from '../account/diary.ts'
import { noteCase } from '../case/note-case.ts'
import { readBody } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { KeptBatch } from './batch-store.ts'
import type { Batches } from './batches.ts'
import { originOf } from './form-routes.ts'
import type { FormSubjects } from './form-subjects.ts'

/** Of one person: each may be hundreds of forms. */
const ASKED = { times: 10, perSeconds: 600 }

export interface BatchRouteParts {
  readonly batches: Batches
  readonly subjects: Pick<FormSubjects, 'of'>
  readonly diary: Diary
  readonly origin: string | null
}

export function batchRoutes({ batches, subjects, diary, origin }: BatchRouteParts): Hono<SignedIn> {
  const own = async (c: Context<SignedIn>): Promise<KeptBatch | null> => {
    const batch = await batches.byId(c.req.param('id') ?? '')
    return batch && officesOf(c.var.actor).includes(batch.org) ? batch : null
  }
  return new Hono<SignedIn>()
    .post(
      '/',
      atMost(ASKED, (c: Context<SignedIn>) => c.var.actor.accountId),
      async (c) => {
        const body = await readBody(c, askBatchSchema)
        if (!body.ok) return refused(c, body.refusal)
        const { plan, org } = body.value
        if (!officesOf(c.var.actor).includes(org)) return refused(c, { kind: 'not-found' })
        const account = c.var.actor.accountId
        const batch = await batches.ask({ plan, org, account, origin: originOf(c, origin) })
        return batch ? c.json(told(batch)) : refused(c, { kind: 'not-found' })
      },
    )
    .get('/', async (c) => c.json({ batches: (await batches.ofOrgs(officesOf(c.var.actor))).map(told) }))
    .get('/:id', async (c) => {
      const batch = await own(c)
      return batch ? c.json(told(batch)) : refused(c, { kind: 'not-found' })
    })
    .delete('/:id', async (c) => {
      const batch = await own(c)
      if (!batch) return refused(c, { kind: 'not-found' })
      await batches.cancel(batch.id)
      return c.json(told((await batches.byId(batch.id)) ?? batch))
    })
    .get('/:id/file', async (c) => {
      const batch = await own(c)
      if (!batch) return refused(c, { kind: 'not-found' })
      const file = await batches.fileOf(batch.id)
      if (!file.ok) return refused(c, file.refusal)
      for (const application of await batches.printedIn(batch)) {
        const subject = await subjects.of(application)
        if (subject) await noteCase(diary, c.var.actor, subject.case, application, 'export', batch.org)
      }
      const bytes = Readable.toWeb(createReadStream(file.value)) as ReadableStream<Uint8Array>
      return c.body(bytes, 200, {
        'content-type': 'application/zip',
        'content-length': String(batch.bytes ?? 0),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`评审表与花名册-${batch.printedOn}.zip`)}`,
        'cache-control': 'private, no-store',
      })
    })
}

function told({ id, plan, org, state, applications, done, askedAt, bytes }: KeptBatch): Batch {
  return { id, plan, org, state, people: applications.length, done, askedAt: new Date(askedAt).toISOString(), bytes }
}
