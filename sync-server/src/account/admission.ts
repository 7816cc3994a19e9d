/** Answers the gate of the documents' sockets: which session is this, and what may its person do with the document now. */
import type { IncomingMessage } from 'node:http'
import { ownerOf, rightTo } from '@yejibu/shared/account/access'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { TOKEN_PARAM } from '@yejibu/shared/wire/sync-frames'
import { parse } from 'hono/utils/cookie'
import { bearerToken } from '../http/session.ts'
import { type Admission, urlOf } from '../relay/gate.ts'
import { actorOf, type Directory } from './directory.ts'
import type { Sessions } from './sessions.ts'

export interface AdmissionParts {
  readonly sessions: Sessions
  readonly directory: Directory
  /** What the slice of applications knows: whether it lies before a reviewer or for good. */
  readonly submissions: { isFrozen(application: ApplicationId): Promise<boolean> }
}

export function createAdmission({ sessions, directory, submissions }: AdmissionParts): Admission {
  return {
    async admit(request) {
      const token = tokenOf(request)
      const session = token === null ? 'unknown' : await sessions.find(token, false)
      if (session === 'unknown') return { closeCode: CLOSE.notSignedIn }
      if (session === 'expired') return { closeCode: CLOSE.sessionExpired }
      const actor = await actorOf(directory, session.account)
      return { actor, expiresAt: session.expiresAt, session: session.id }
    },
    async rightOf({ accountId }, document) {
      const actor = await actorOf(directory, accountId)
      const owner = ownerOf(document)
      const employer = owner === null ? null : await directory.employerOf(owner)
      const isSubmitted = document.kind === 'application' && (await submissions.isFrozen(document.applicationId))
      return rightTo(actor, document, { employer: employer?.id ?? null, isSubmitted })
    },
  }
}

function tokenOf(request: IncomingMessage): string | null {
  const { authorization, cookie } = request.headers
  return (
    bearerToken(authorization) ??
    urlOf(request).searchParams.get(TOKEN_PARAM) ??
    parse(cookie ?? '', SESSION_COOKIE)[SESSION_COOKIE] ??
    null
  )
}
