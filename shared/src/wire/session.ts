/** Who is signed in, as the client keeps it to go on working without the relay. */
import * as z from 'zod/mini'
import { ORG_KINDS, ROLES } from '../account/actor.ts'
import { accountIdSchema, orgIdSchema } from '../kernel/ids.ts'

export const signInSchema = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(64)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
})

export const sessionSchema = z.object({
  account: z.object({ id: accountIdSchema, username: z.string(), name: z.string() }),
  memberships: z.array(
    z.object({ orgId: orgIdSchema, orgName: z.string(), orgKind: z.enum(ORG_KINDS), role: z.enum(ROLES) }),
  ),
  /** ISO 8601; the relay renews the session while it is used. */
  expiresAt: z.string(),
})
export type Session = z.output<typeof sessionSchema>

/** One button on the sign-in page of the sample office; absent in a real one. */
export const samplePersonSchema = z.object({
  username: z.string(),
  name: z.string(),
  role: z.string(),
  about: z.string(),
})
export type SamplePerson = z.output<typeof samplePersonSchema>

export const SESSION_COOKIE = 'yejibu_session'
