/** Why a server was not believed over TLS, in the four ways that an operator mends differently. */

export type TlsTrouble = 'unknown-ca' | 'expired' | 'other-name' | 'no-tls'

/** OpenSSL's names as Node gives them (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const TROUBLES: Readonly<Record<string, TlsTrouble>> = {
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-ca',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-ca',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-ca',
  CERT_SIGNATURE_FAILURE: 'unknown-ca',
  CERT_UNTRUSTED: 'unknown-ca',
  INVALID_CA: 'unknown-ca',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  HOSTNAME_MISMATCH: 'other-name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no-tls',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'no-tls',
  ERR_SSL_HTTP_REQUEST: 'no-tls',
}

/** @param error what a connection failed with; null when it is none of these, such as an alert of a server in trouble, which may pass */
export function tlsTroubleOf(error: unknown): TlsTrouble | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return TROUBLES[String(error.code)] ?? null
}
