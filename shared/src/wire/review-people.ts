/**
 * `GET /api/review/people`: names for what the asker may read anyway. Whoever acted in an archive she may read is named to her, so that a
 * ruling says who made it; HR also learns who else is HR with her, to share the work. Nothing is asked for by id, so nothing can be guessed.
 */
import * as z from 'zod/mini'
import { accountIdSchema } from '../kernel/ids.ts'

const namedSchema = z.object({ account: accountIdSchema, name: z.string() })
export type NamedPerson = z.output<typeof namedSchema>

export const reviewPeopleSchema = z.object({
  /** Who acted in the archives that the asker may read. */
  people: z.array(namedSchema),
  /** HR of the organisations whose HR the asker is, herself among them; empty for everybody else. */
  colleagues: z.array(namedSchema),
})
export type ReviewPeople = z.output<typeof reviewPeopleSchema>
