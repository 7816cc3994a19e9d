import { expect, test } from 'vitest'
import { tlsTroubleOf } from './tls-trouble.ts'

const failed = (code: string) => tlsTroubleOf(Object.assign(new Error(code), { code }))

test('[RELAY-391] what settings or a certificate mend is told from what may pass by itself', () => {
  expect(failed('SELF_SIGNED_CERT_IN_CHAIN')).toBe('unknown-ca')
  expect(failed('CERT_NOT_YET_VALID')).toBe('expired')
  expect(failed('ERR_TLS_CERT_ALTNAME_INVALID')).toBe('other-name')
  expect(failed('ERR_SSL_WRONG_VERSION_NUMBER')).toBe('no-tls')
  for (const passing of ['ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR']) {
    expect(failed(passing), passing).toBeNull()
  }
  expect([tlsTroubleOf(new Error('no code')), tlsTroubleOf('text'), tlsTroubleOf(undefined)]).toEqual([
    null,
    null,
    null,
  ])
})
