/**
 * Who works in this browser. The session is kept here so that the next start needs no relay; whether the relay still honours
 * it is a second question: an expired session goes on working offline, under a banner, and renews when she signs in again.
 */
import type { Session } from '@yejibu/shared/wire/session'
import type { Accessor } from 'solid-js'
import type { ApiResult } from '../platform/api.ts'

export type SessionState =
  /** Reading what this browser kept. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'signed-out' }
  /** `standing`: honoured by the relay just now; not asked yet or unreachable; or refused, so that only offline work goes on. */
  | {
      readonly kind: 'signed-in'
      readonly session: Session
      readonly standing: 'confirmed' | 'unconfirmed' | 'expired'
    }

/** What would stay behind on this device when she signs out now. */
export interface Unsent {
  readonly commands: number
  readonly files: number
  /** Names of documents with changes the relay has not acknowledged. */
  readonly documents: readonly string[]
  /** Documents that a reset left aside in this browser: nothing of them leaves with her, and forgetting removes them. */
  readonly aside: number
}

export interface SessionControl {
  readonly state: Accessor<SessionState>
  signIn(username: string, password: string): Promise<ApiResult<Session>>
  /** Only in the sample office. */
  signInAsSample(username: string): Promise<ApiResult<Session>>
  /** What would stay unsent, or with `forget` be lost; null when nothing. Ask before `signOut`. */
  unsent(options?: { readonly forget?: boolean }): Promise<Unsent | null>
  /** `forget` removes everything this browser keeps of her, unsent work included. */
  signOut(options?: { readonly forget?: boolean }): Promise<void>
  /** Ask the relay again whether the session holds. */
  confirm(): Promise<void>
  dispose(): void
}
