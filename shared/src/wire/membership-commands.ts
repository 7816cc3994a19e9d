/**
 * What may be asked about employers and who belongs to them: `POST /api/commands/<kind>`, like the commands of `commands.ts`. They are asked
 * with the relay at hand and answered at once, so no outbox keeps them.
 */
import * as z from 'zod/mini'
import { ROLES } from '../account/actor.ts'
import { EMPLOYER_NATURES } from '../account/employer-registration.ts'
import { accountIdSchema, commandIdSchema, orgIdSchema } from '../kernel/ids.ts'
import { digestSchema } from './commands.ts'

/** The version of the stream that the sender had seen, or null when any will do (the rules below then decide alone). */
const expected = z.nullable(z.int().check(z.nonnegative()))
const envelope = { id: commandIdSchema, expected, org: orgIdSchema }
const line = z.string().check(z.maxLength(300))
const reason = z.string().check(z.maxLength(20_000))

export const particularsSchema = z.strictObject({
  name: line,
  creditCode: line,
  nature: z.enum(EMPLOYER_NATURES),
  region: line,
  department: line,
  contact: line,
  phone: line,
})

export const MEMBERSHIP_COMMANDS = {
  'register-employer': z.strictObject({ ...envelope, particulars: particularsSchema }),
  'send-authorisation': z.strictObject({ ...envelope, sha256: digestSchema }),
  'approve-employer': z.strictObject({ ...envelope, sha256: digestSchema }),
  'refuse-employer': z.strictObject({ ...envelope, sha256: digestSchema, reason }),
  'bind-employer': z.strictObject(envelope),
  'open-joining': z.strictObject({ ...envelope, account: accountIdSchema }),
  'accept-joining': z.strictObject({ ...envelope, account: accountIdSchema }),
  'close-joining': z.strictObject({ ...envelope, account: accountIdSchema, reason: z.nullable(reason) }),
  'add-clerk': z.strictObject({ ...envelope, account: accountIdSchema }),
  'add-lead': z.strictObject({ ...envelope, account: accountIdSchema }),
  'remove-member': z.strictObject({ ...envelope, account: accountIdSchema, role: z.enum(ROLES) }),
} as const

export type MembershipCommandKind = keyof typeof MEMBERSHIP_COMMANDS
export type MembershipBody<Kind extends MembershipCommandKind> = z.output<(typeof MEMBERSHIP_COMMANDS)[Kind]>

export function isMembershipCommandKind(kind: string): kind is MembershipCommandKind {
  return Object.hasOwn(MEMBERSHIP_COMMANDS, kind)
}
