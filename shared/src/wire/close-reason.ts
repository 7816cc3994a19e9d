/**
 * Why the relay closed a socket. y-websocket treats 4400–4499 as final and retries on everything else, so what the client
 * cannot mend by waiting lies in that range, and what it can mend lies outside.
 */
export const CLOSE = {
  /** The session is missing, revoked or unknown. */
  notSignedIn: 4401,
  /** The account lost the right to this document. */
  forbidden: 4403,
  /** The document does not exist any more or its name is not one. */
  gone: 4404,
  /** A frame that is not this protocol, or over a limit. */
  badFrame: 4400,
  /** The session expired: renew it, then come back. */
  sessionExpired: 4501,
  /** The right changed (e.g. the application was submitted): come back and learn the new one. */
  rightChanged: 4502,
  /** Too slow to keep up, or the disk refused: come back, nothing acknowledged is lost. */
  tryAgainLater: 1013,
  goingAway: 1001,
} as const

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]
