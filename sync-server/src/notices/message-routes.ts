/** `/api/messages` and `/api/diary`: what a person was told, and who looked into what is hers. Each reads her own and nobody else's. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { diarySchema } from '@yejibu/shared/wire/diary'
import { type Messages, messageContactSchema, messagesReadSchema } from '@yejibu/shared/wire/messages'
import { Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Diary } from '../account/diary.ts'
import { readBody } from '../http/parse.ts'
import { refused } from '../http/problem.ts'
import type { SignedIn } from '../http/session.ts'
import type { Contacts } from './channels.ts'
import type { MessageBox } from './message-box.ts'

export interface MessageRouteParts {
  readonly messages: MessageBox
  readonly contacts: Contacts & { setEmail(account: AccountId, email: string | null): Promise<void> }
}

export function messageRoutes({ messages, contacts }: MessageRouteParts): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get('/', async (c) => c.json((await messages.of(c.var.actor.accountId)) satisfies Messages))
    .get('/contact', async (c) => c.json({ email: await contacts.email(c.var.actor.accountId) }))
    .put('/contact', async (c) => {
      const body = await readBody(c, messageContactSchema)
      if (!body.ok) return refused(c, body.refusal)
      await contacts.setEmail(c.var.actor.accountId, body.value.email)
      return c.json(body.value)
    })
    .put('/read', async (c) => {
      const body = await readBody(c, messagesReadSchema)
      if (!body.ok) return refused(c, body.refusal)
      await messages.read(c.var.actor.accountId, body.value.seq)
      return c.json((await messages.of(c.var.actor.accountId)) satisfies Messages)
    })
}

export function diaryRoutes({ diary }: { readonly diary: Diary }): Hono<SignedIn> {
  return new Hono<SignedIn>().get('/', async (c) => {
    const entries = [...(await diary.of(c.var.actor.accountId))]
    return c.json({ entries } satisfies z.output<typeof diarySchema>)
  })
}
