/**
 * Employers and their people over HTTP. Reading is by `GET`, changing by the commands of `membership-commands.ts`, except where a secret is in play:
 *
 * - `POST /api/accounts` opens an account of one's own and signs in; `POST /api/operator/accounts` and `…/<account>/password` answer with a password
 *   that is shown once; `POST /api/operator/accounts/<account>/revoke` ends every session.
 * - `GET /api/membership` what concerns the asker; `GET /api/employers?q=` bound employers by name or credit code.
 * - `GET /api/orgs/<org>/members` for its lead; `GET /api/orgs/<org>/person?username=` whom she means by a user name.
 * - `PUT`, `GET /api/registrations/<org>/authorisation` the sealed scan; `GET /api/registrations/<org>` one registration.
 * - `GET /api/operator/employers`, `GET /api/operator/accounts` for operators.
 */
import * as z from 'zod/mini'
import { ORG_KINDS, ROLES } from '../account/actor.ts'
import { REGISTRATION_STAGES } from '../account/employer-registration.ts'
import { accountIdSchema, orgIdSchema } from '../kernel/ids.ts'
import { particularsSchema } from './membership-commands.ts'

/** Bytes of a sealed scan (domain §7.2 V-FILE-SIZE). */
export const MAX_AUTHORISATION_BYTES = 10 * 1024 * 1024

export const registrationSchema = z.object({
  org: orgIdSchema,
  lead: z.object({ account: accountIdSchema, name: z.string() }),
  particulars: particularsSchema,
  stage: z.enum(REGISTRATION_STAGES),
  sha256: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** ISO 8601: of the last step. */
  at: z.string(),
  /** Others under the same credit code, for who judges. */
  sameCode: z.array(z.string()),
})
export type RegistrationView = z.output<typeof registrationSchema>

const joiningSchema = z.object({
  org: orgIdSchema,
  orgName: z.string(),
  account: accountIdSchema,
  name: z.string(),
  username: z.string(),
  by: z.enum(['person', 'employer']),
  at: z.string(),
  /** Why it was declined; null while it is open. */
  declined: z.nullable(z.string()),
})
export type JoiningView = z.output<typeof joiningSchema>

export const membershipSchema = z.object({
  employer: z.nullable(z.object({ id: orgIdSchema, name: z.string() })),
  joinings: z.array(joiningSchema),
  registrations: z.array(registrationSchema),
})
export type MembershipView = z.output<typeof membershipSchema>

export const employersSchema = z.object({
  employers: z.array(z.object({ id: orgIdSchema, name: z.string() })),
})

export const personSchema = z.object({ account: accountIdSchema, username: z.string(), name: z.string() })

export const memberSchema = z.object({
  account: accountIdSchema,
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
})
export type MemberView = z.output<typeof memberSchema>

export const membersSchema = z.object({ members: z.array(memberSchema), joinings: z.array(joiningSchema) })

export const operatorEmployersSchema = z.object({
  registrations: z.array(registrationSchema),
  orgs: z.array(
    z.object({
      id: orgIdSchema,
      name: z.string(),
      kind: z.enum(ORG_KINDS),
      creditCode: z.nullable(z.string()),
      leads: z.array(z.string()),
      people: z.int(),
    }),
  ),
})

export const operatorAccountSchema = z.object({
  account: accountIdSchema,
  username: z.string(),
  name: z.string(),
  memberships: z.array(z.object({ orgName: z.string(), role: z.enum(ROLES) })),
  /** ISO 8601 of the last use of any session; null when there is none. */
  usedAt: z.nullable(z.string()),
})
export const operatorAccountsSchema = z.object({ accounts: z.array(operatorAccountSchema) })
export type OperatorAccount = z.output<typeof operatorAccountSchema>

export const newAccountSchema = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
})
export const ownAccountSchema = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.maxLength(200)),
})
export const revocationSchema = z.strictObject({ reason: z.string().check(z.minLength(2), z.maxLength(500)) })

/** The password is in this answer alone: the relay keeps only what checks it. */
export const issuedSchema = z.object({ account: accountIdSchema, username: z.string(), password: z.string() })
