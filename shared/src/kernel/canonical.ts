/**
 * JSON in one spelling (RFC 8785, JCS), and SHA-256 over it. Frozen: stored digests depend on every byte.
 * Text entering here is NFC and well-formed (see `canonicalText`), because Yjs turns a lone surrogate into U+FFFD on the wire
 * and two devices must not disagree about a digest.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** 64 lower-case hex characters of a SHA-256. */
export type Sha256Hex = string

/** @throws TypeError on a value JSON cannot hold (a defect of the caller, never of a user's input) */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no canonical JSON')
  return text
}

export function sha256Hex(...parts: readonly (string | Uint8Array)[]): Sha256Hex {
  return bytesToHex(sha256(concatBytes(...parts.map(asBytes))))
}

export function hmacSha256(key: Uint8Array, message: string): Uint8Array {
  return hmac(sha256, key, utf8ToBytes(message))
}

/** `SHA-256(salt ‖ JCS(value))`: hides the value from whoever lacks the salt, opens to whoever is given both. */
export function commitment(salt: Uint8Array, value: Json): Sha256Hex {
  return sha256Hex(salt, canonicalJson(value))
}

// A surrogate without its partner. (String.prototype.toWellFormed is missing in Chrome 109 and Firefox 115.)
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Text as it enters a document and a digest: well-formed, NFC, line ends as `\n`. Idempotent. */
export function canonicalText(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD').normalize('NFC').replace(/\r\n?/g, '\n')
}

/** As `canonicalText`, for digits and codes: full-width forms become ASCII (NFKC) and surrounding blanks go. Idempotent. */
export function canonicalCode(text: string): string {
  return canonicalText(text.replace(LONE_SURROGATE, '\uFFFD').normalize('NFKC')).trim()
}

export { bytesToHex, hexToBytes }

function asBytes(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? utf8ToBytes(part) : part
}
