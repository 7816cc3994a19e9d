/**
 * `GET /api/statistics?org=` what an organisation whose HR or officer the asker is, is told in numbers: over the cases that stand there or have
 * passed through, each as she may read it, her own left out; for an employer over the archives of its people too. To everybody else: not yours.
 */
import * as z from 'zod/mini'
import { STATION_CODES } from '../case/statistics/course.ts'
import { RESULTS } from '../case/statistics/funnel.ts'
import { AGE_BUCKETS } from '../case/statistics/waiting.ts'
import { applicationIdSchema, orgIdSchema, planIdSchema } from '../kernel/ids.ts'

export const statisticsQuerySchema = z.strictObject({ org: orgIdSchema })

const count = z.int().check(z.nonnegative())
const station = z.enum(STATION_CODES)
const ages = z.array(count).check(z.length(AGE_BUCKETS))
const waited = { name: z.string(), since: z.string(), days: count }

export const statisticsSchema = z.object({
  /** The relay's clock, ISO 8601. */
  asOf: z.string(),
  plans: z.array(
    z.object({
      plan: z.object({ id: planIdSchema, title: z.string(), year: z.int() }),
      cases: count,
      funnel: z.array(z.object({ station, came: count, now: count, returned: count, ended: count, passed: count })),
      results: z.array(z.object({ result: z.enum(RESULTS), cases: count })),
    }),
  ),
  waiting: z.array(
    z.object({
      station,
      /** A `StateKind`, as the asker is told it. */
      state: z.string(),
      cases: count,
      ages,
      oldest: z.object({ application: applicationIdSchema, ...waited }),
    }),
  ),
  reasons: z.array(
    z.object({
      sentence: z.string(),
      times: count,
      people: count,
      at: z.array(z.union([station, z.literal('ARCHIVE')])),
    }),
  ),
  closing: z.array(
    z.object({
      what: z.enum(['plan', 'notice', 'list-notice', 'result-notice', 'fee']),
      plan: z.string(),
      application: z.nullable(applicationIdSchema),
      name: z.string(),
      day: z.string(),
      workingDays: z.nullable(count),
      isOver: z.boolean(),
    }),
  ),
  archives: z.nullable(
    z.object({
      people: count,
      sent: count,
      approved: count,
      waiting: count,
      ages,
      oldest: z.nullable(z.object({ account: z.string(), ...waited })),
    }),
  ),
})
export type StatisticsAnswer = z.output<typeof statisticsSchema>
