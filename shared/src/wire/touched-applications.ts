/**
 * `GET /api/review/touched?archive=&item=&digest=`: the submitted applications that carry this approved revision, for HR that is about to
 * take the approval back. Only those submitted under an employer whose HR the asker is. Drafts are their owner's and known to nobody.
 */
import * as z from 'zod/mini'
import { accountIdSchema, applicationIdSchema, itemIdSchema, planIdSchema } from '../kernel/ids.ts'
import { digestSchema } from './commands.ts'

export const touchedQuerySchema = z.object({ archive: accountIdSchema, item: itemIdSchema, digest: digestSchema })

export const touchedSchema = z.object({
  applications: z.array(
    z.object({
      application: applicationIdSchema,
      plan: z.object({ id: planIdSchema, title: z.string(), year: z.int() }),
      /** ISO 8601. */
      submittedAt: z.string(),
    }),
  ),
})
export type Touched = z.output<typeof touchedSchema>
