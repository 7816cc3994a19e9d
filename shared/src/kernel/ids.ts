/**
 * Ids are opaque lower-case strings, branded so that one cannot be passed for another.
 * They are made from 100 random bits in Crockford's base32 without vowels that could spell words,
 * so two devices that have never met do not make the same one.
 */
import * as z from 'zod/mini'

declare const brand: unique symbol
export type Id<Name extends string> = string & { readonly [brand]: Name }

/** One person who signs in. Her archive carries the same id: one person, one archive. */
export type AccountId = Id<'account'>
export type OrgId = Id<'org'>
/** An entry of an archive; `profile` is the item id of the profile. */
export type ItemId = Id<'item'>
/** `<owner's account id>.<random>`: whose it is can be read from the name, so the gate needs no look-up. */
export type ApplicationId = Id<'application'>
export type PlanId = Id<'plan'>
export type CommandId = Id<'command'>
export type FactId = Id<'fact'>

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** @param randomBytes at least 20 bytes from a cryptographic source; each byte gives one of the 20 characters */
export function idFrom<Name extends string>(randomBytes: Uint8Array): Id<Name> {
  if (randomBytes.length < 20) throw new RangeError('an id needs 20 random bytes')
  let id = ''
  for (const byte of randomBytes.subarray(0, 20)) id += ALPHABET[byte & 31]
  return id as Id<Name>
}

const SIMPLE_ID = /^[a-z0-9][a-z0-9-]{1,63}$/

export const accountIdSchema = z.pipe(
  z.string().check(z.regex(SIMPLE_ID)),
  z.transform((id) => id as AccountId),
)
export const orgIdSchema = z.pipe(
  z.string().check(z.regex(SIMPLE_ID)),
  z.transform((id) => id as OrgId),
)
export const itemIdSchema = z.pipe(
  z.string().check(z.regex(SIMPLE_ID)),
  z.transform((id) => id as ItemId),
)
export const planIdSchema = z.pipe(
  z.string().check(z.regex(SIMPLE_ID)),
  z.transform((id) => id as PlanId),
)
export const commandIdSchema = z.pipe(
  z.string().check(z.regex(SIMPLE_ID)),
  z.transform((id) => id as CommandId),
)
export const applicationIdSchema = z.pipe(
  z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,63}\.[a-z0-9]{8,32}$/)),
  z.transform((id) => id as ApplicationId),
)

/** The item id under which the profile is sent, ruled on and pulled. */
export const PROFILE_ITEM = 'profile' as ItemId

export function applicationIdOf(owner: AccountId, random: string): ApplicationId {
  return `${owner}.${random}` as ApplicationId
}

export function ownerOfApplication(application: ApplicationId): AccountId {
  return application.slice(0, application.indexOf('.')) as AccountId
}
