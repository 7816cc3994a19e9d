/**
 * 通知: `GET /api/messages` what the asker was told, the newest first, with how many she has not read; `PUT /api/messages/read` with the number of
 * the newest one she has seen. A message names an event and an application or organisation, and nothing that is in them.
 */
import * as z from 'zod/mini'
import { CASE_MESSAGES } from '../case/case-messages.ts'

export const MESSAGE_KINDS = [...CASE_MESSAGES, 'employer-approved', 'employer-refused'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

const messageSchema = z.object({
  /** Of the fact that it tells of. */
  seq: z.int(),
  kind: z.enum(MESSAGE_KINDS),
  /** The application or organisation. */
  subject: z.string(),
  /** ISO 8601. */
  at: z.string(),
  isRead: z.boolean(),
})
export type MessageView = z.output<typeof messageSchema>

export const messagesSchema = z.object({ messages: z.array(messageSchema), unread: z.int() })
export type Messages = z.output<typeof messagesSchema>

/** `GET`, `PUT /api/messages/contact`: the address to which she wants them sent too; null for nowhere. */
export const messageContactSchema = z.strictObject({ email: z.nullable(z.email().check(z.maxLength(254))) })

export const messagesReadSchema = z.strictObject({ seq: z.int().check(z.nonnegative()) })
