/** What is known about one open document's whereabouts. Each is read through a signal of `OpenDocument`. */

/** On this device. `broken`: the browser's store refuses; what is written now lives in this window alone. */
export type LocalState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'broken'; readonly reason: 'closed' | 'full' | 'refused' }

/** `ended` is final until the reader acts; everything else mends itself. */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  /** Connected, and the relay's present state has been read. */
  | { readonly kind: 'live' }
  | { readonly kind: 'away' }
  | { readonly kind: 'ended'; readonly reason: EndReason }

export type EndReason =
  | 'not-signed-in'
  /** The account has no right to this document (any more). */
  | 'forbidden'
  | 'gone'
  /** The relay did not understand us: a newer version of the page is needed. */
  | 'bad-frame'
  /** The document was restored or reset at the relay. Nothing is merged before the owner has chosen. */
  | 'epoch-changed'

/** `unknown` until the relay has said so on this connection for the first time. */
export type DocumentRight = 'unknown' | 'write' | 'read'
