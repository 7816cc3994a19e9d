/** `GET /api/diary`: who opened or exported the asker's own archive, applications and files, when, and in which role. */
import * as z from 'zod/mini'
import { ROLES } from '../account/actor.ts'

/** `copy`: what she sent for review came to another person’s device, opened or not. */
export const DIARY_WHATS = ['archive', 'case', 'file', 'export', 'copy'] as const
export type DiaryWhat = (typeof DIARY_WHATS)[number]

const diaryEntrySchema = z.object({
  name: z.string(),
  /** Empty for an expert who was called to a panel. */
  org: z.string(),
  role: z.enum([...ROLES, 'expert']),
  what: z.enum(DIARY_WHATS),
  subject: z.string(),
  /** ISO 8601: the first and the last time within one hour. */
  firstAt: z.string(),
  lastAt: z.string(),
  times: z.int(),
})
export type DiaryEntry = z.output<typeof diaryEntrySchema>

export const diarySchema = z.object({ entries: z.array(diaryEntrySchema) })
