/**
 * Who may open a document's socket. The port is answered by the account slice; the order of questions is fixed here: who are you, is
 * this a document, may you open it. Rights are fixed at the upgrade; `Rooms.reconsider` asks again when they may have changed.
 */
import type { IncomingMessage } from 'node:http'
import type { NamedDocument, Right } from '@yejibu/shared/account/access'
import { parseDocumentName } from '@yejibu/shared/account/access'
import type { Actor } from '@yejibu/shared/account/actor'
import { CLOSE, type CloseCode } from '@yejibu/shared/wire/close-reason'
import { SYNC_PATH } from '@yejibu/shared/wire/sync-frames'

export interface Admitted {
  readonly actor: Actor
  /** When the session ends, milliseconds since 1970. */
  readonly expiresAt: number
  /** Names the session, so that signing out can close its sockets alone. Never the token itself. */
  readonly session?: string
}

/** Port, implemented by the account slice. */
export interface Admission {
  /** Reads the session from cookie, `Authorization` or `?token=`. Answers `CLOSE.notSignedIn` or `CLOSE.sessionExpired` when there is none. */
  admit(request: IncomingMessage): Promise<Admitted | { readonly closeCode: CloseCode }>
  /**
   * The right at this moment. Asked again by `Rooms.reconsider` with the actor of the upgrade, so memberships are looked up
   * afresh by `actor.accountId`, not read from the actor.
   */
  rightOf(actor: Actor, document: NamedDocument): Promise<Right>
}

export interface Entry extends Admitted {
  readonly document: NamedDocument
  readonly right: Exclude<Right, 'none'>
}

export async function passGate(
  admission: Admission,
  request: IncomingMessage,
): Promise<Entry | { readonly closeCode: CloseCode }> {
  const admitted = await admission.admit(request)
  if ('closeCode' in admitted) return admitted
  const document = documentAsked(request)
  if (document === null) return { closeCode: CLOSE.gone }
  const right = await admission.rightOf(admitted.actor, document)
  if (right === 'none') return { closeCode: CLOSE.forbidden }
  return { ...admitted, document, right }
}

/** `/sync/archive/abc` → the archive of abc; null for anything else. */
function documentAsked(request: IncomingMessage): NamedDocument | null {
  const path = urlOf(request).pathname
  if (!path.startsWith(SYNC_PATH)) return null
  try {
    return parseDocumentName(decodeURIComponent(path.slice(SYNC_PATH.length)))
  } catch {
    return null
  }
}

/** The request's address; a path that cannot be read is `/`. */
export function urlOf(request: IncomingMessage): URL {
  try {
    return new URL(request.url ?? '/', 'http://relay')
  } catch {
    return new URL('http://relay')
  }
}
