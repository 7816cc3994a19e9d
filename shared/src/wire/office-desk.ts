/**
 * What an officer of a department or a committee's office asks besides cases: `GET /api/office/<org>/settings/<plan>` what is set for a plan,
 * `GET /api/office/<org>/person?username=` one person by her exact user name, to be put on a panel, and `GET /api/office/<org>/employers?q=` employers
 * by a part of the name or the whole credit code, to be named in a seat (`employersSchema` of membership.ts: name and id alone).
 */
import * as z from 'zod/mini'
import { ORG_KINDS } from '../account/actor.ts'
import { accountIdSchema, orgIdSchema } from '../kernel/ids.ts'
import { stageCodeSchema } from '../plan/stage-code.ts'

const namedOrg = z.object({ id: orgIdSchema, name: z.string(), kind: z.enum(ORG_KINDS) })

export const officeSettingsSchema = z.object({
  /** Of the whole plan, whoever set them. */
  seats: z.array(
    z.object({
      stage: stageCodeSchema,
      org: orgIdSchema,
      acceptancePoints: z.nullable(z.array(z.string())),
      employers: z._default(z.nullable(z.array(orgIdSchema)), null),
    }),
  ),
  /** This office's own, in fen by the fee's code; what is not here is as the plan says. */
  fees: z.record(z.string(), z.int()),
  /** Every office that may have a seat. */
  offices: z.array(namedOrg),
  /** The employers that seats name. */
  employers: z.array(namedOrg),
})
export type OfficeSettings = z.output<typeof officeSettingsSchema>

export const foundPersonSchema = z.object({ account: accountIdSchema, username: z.string(), name: z.string() })
export type FoundPerson = z.output<typeof foundPersonSchema>
