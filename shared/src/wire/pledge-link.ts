/**
 * The pledge signed on another device: a link that the relay gives out once (`POST /api/pledge-links`), what the signing page may know, and how
 * the desktop hears of it. The token travels in the link's fragment and in bodies, never in a path or a query, so no log holds it.
 */
import * as z from 'zod/mini'
import { applicationIdSchema, planIdSchema } from '../kernel/ids.ts'
import { digestSchema } from './commands.ts'

export const PLEDGE_TOKEN = /^[A-Za-z0-9_-]{43}$/
const token = z.string().check(z.regex(PLEDGE_TOKEN))

/** What is asked to be signed. The relay compares it with its own plan. */
export const askPledgeLinkSchema = z.strictObject({
  application: applicationIdSchema,
  plan: planIdSchema,
  textDigest: digestSchema,
})

export const pledgeLinkSchema = z.object({
  id: z.string(),
  token,
  /** ISO 8601. */
  endsAt: z.string(),
})
export type PledgeLink = z.output<typeof pledgeLinkSchema>

export const signingTokenSchema = z.strictObject({ token })

/** All that a page without a sign-in is told. */
export const signingPageSchema = z.object({
  /** Masked. */
  name: z.string(),
  plan: z.string(),
  title: z.string(),
  text: z.string(),
  endsAt: z.string(),
})
export type SigningPage = z.output<typeof signingPageSchema>

/** A PNG in base64. */
export const signPledgeSchema = z.strictObject({ token, picture: z.string().check(z.maxLength(700_000)) })

export const pledgeLinkStateSchema = z.union([
  z.object({ kind: z.enum(['open', 'ended']) }),
  z.object({
    kind: z.literal('signed'),
    textDigest: digestSchema,
    signedAt: z.string(),
    signature: z.object({ sha256: digestSchema, bytes: z.int(), type: z.string(), name: z.string() }),
  }),
])
export type PledgeLinkState = z.output<typeof pledgeLinkStateSchema>

export const pledgeLinkQuerySchema = z.strictObject({ application: applicationIdSchema })

/** The one link of an application that was given out and not taken over: the page that asked for it may have been closed meanwhile. */
export const keptPledgeLinkSchema = z.object({
  link: z.nullable(z.object({ id: z.string(), state: pledgeLinkStateSchema })),
})
export type KeptPledgeLink = z.output<typeof keptPledgeLinkSchema>
