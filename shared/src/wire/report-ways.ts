/**
 * `GET /api/ways/<application>`: the ways on which HR of its employer may report a case, each with the offices that act on it in their order, or why it
 * cannot be taken. To everybody else there is no such case.
 */
import * as z from 'zod/mini'
import { orgIdSchema } from '../kernel/ids.ts'
import { stageCodeSchema } from '../plan/stage-code.ts'

export const reportWaysSchema = z.object({
  ways: z.array(
    z.object({
      /** Code of the plan's chain, and for whom it is meant. */
      chain: z.string(),
      appliesTo: z.string(),
      /** Empty where it cannot be taken. */
      stops: z.array(z.object({ stage: stageCodeSchema, org: orgIdSchema, orgName: z.string() })),
      refusal: z.nullable(z.looseObject({ kind: z.string() })),
    }),
  ),
  /** Where the applicant takes one of the institution's posts: how many others of it were recommended under the plan, and whether more than are vacant is refused. */
  quota: z.nullable(z.object({ others: z.int().check(z.nonnegative()), isRequired: z.boolean() })),
})
export type ReportWays = z.output<typeof reportWaysSchema>
