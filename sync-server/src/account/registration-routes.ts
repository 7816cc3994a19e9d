/**
 * `/api/registrations/<org>`: one registration for who made it and for operators, and its sealed scan. Absent and not allowed are one answer: 404.
 * The scan is a PDF by its first bytes (domain §7.2 V-FILE-AUTH) and comes back as a download that can run nothing.
 */
import { createHash } from 'node:crypto'
import { mayReadAuthorisation } from '@yejibu/shared/account/access'
import { may } from '@yejibu/shared/account/access-table'
import { orgIdSchema } from '@yejibu/shared/kernel/ids'
import { MAX_AUTHORISATION_BYTES, type RegistrationView } from '@yejibu/shared/wire/membership'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { typeOfBytes } from '../evidence/file-type.ts'
import { refused } from '../http/problem.ts'
import { atMost } from '../http/rate-limit.ts'
import type { SignedIn } from '../http/session.ts'
import type { Directory } from './directory.ts'
import type { AuthorisationStore, KnownRegistration, MembershipRegister } from './membership-register.ts'

export interface RegistrationRouteParts {
  readonly directory: Directory
  readonly membership: MembershipRegister
  readonly authorisations: AuthorisationStore
  now(): Date
}

/** Uploads of one person. */
const UPLOADS = { times: 20, perSeconds: 600 }
const PDF = 'application/pdf'

export function registrationRoutes(parts: RegistrationRouteParts): Hono<SignedIn> {
  const { membership, authorisations } = parts

  const readable = async (c: Context<SignedIn>): Promise<KnownRegistration | null> => {
    const org = orgIdSchema.safeParse(c.req.param('org'))
    const known = org.success ? await membership.registration(org.data) : null
    return known && mayReadAuthorisation(c.var.actor, known.particulars.lead) ? known : null
  }

  return new Hono<SignedIn>()
    .get('/:org', async (c) => {
      const known = await readable(c)
      return known ? c.json(await registrationView(parts, known, false)) : refused(c, { kind: 'not-found' })
    })
    .get('/:org/authorisation', async (c) => {
      const known = await readable(c)
      const sha256 = c.req.query('sha256') ?? known?.sha256 ?? ''
      const bytes = known && (await authorisations.bytesOf(known.org, sha256))
      if (!bytes) return refused(c, { kind: 'not-found' })
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': PDF,
        'content-disposition': `attachment; filename="${sha256.slice(0, 12)}.pdf"`,
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'cache-control': 'private, no-store',
      })
    })
    .put(
      '/:org/authorisation',
      atMost(UPLOADS, (c: Context<SignedIn>) => c.var.actor.accountId),
      bodyLimit({
        maxSize: MAX_AUTHORISATION_BYTES,
        onError: (c) => refused(c, { kind: 'too-large', maxBytes: MAX_AUTHORISATION_BYTES }),
      }),
      async (c) => {
        const known = await readable(c)
        const isHers = known && may(c.var.actor, 'registration', 'upload', { owner: known.particulars.lead })
        if (!isHers) return refused(c, { kind: 'not-found' })
        if (known.stage !== 'registered') return refused(c, { kind: 'registration-elsewhere', stage: known.stage })
        const bytes = new Uint8Array(await c.req.arrayBuffer())
        if (typeOfBytes(bytes) !== PDF) return refused(c, { kind: 'evidence-type-refused', accepted: [PDF] })
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const keep = known.sha256 === null ? [] : [known.sha256]
        await authorisations.put(known.org, sha256, bytes, parts.now().getTime(), keep)
        return c.json({ sha256, bytes: bytes.length })
      },
    )
}

/** @param forOperator tells who else has the credit code */
export async function registrationView(
  { directory, membership }: Pick<RegistrationRouteParts, 'directory' | 'membership'>,
  known: KnownRegistration,
  forOperator: boolean,
): Promise<RegistrationView> {
  const { org: _org, lead, ...particulars } = known.particulars
  const others = forOperator ? await membership.registrationsWithCode(particulars.creditCode) : []
  return {
    org: known.org,
    lead: { account: lead, name: (await directory.person(lead))?.name ?? '' },
    particulars,
    stage: known.stage,
    sha256: known.sha256,
    reason: known.reason,
    at: known.at,
    sameCode: others.filter(({ org }) => org !== known.org).map((other) => other.particulars.name),
  }
}
