/**
 * Certificates for tests, made when they are wanted, so that each may be whatever a test asks for: of an authority of its own, of another, expired,
 * for another name. X.509 version 3 over P-256, no more of it than TLS reads.
 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'
import { isIPv4 } from 'node:net'

/** PEM. */
export interface MadeCertificate {
  readonly cert: string
  readonly key: string
}

export interface Authority {
  /** What an office gives to those who shall trust it: PEM. */
  readonly cert: string
  /** @param until when it ends; a year from now unless told */
  issue(name: string, until?: Date): MadeCertificate
}

const DAY = 86_400_000

export function makeAuthority(name: string): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const from = new Date(Date.now() - 400 * DAY)
  const make = (subject: string, of: KeyObject, until: Date, extensions: readonly Buffer[]) => {
    const body = sequence(
      tagged(0xa0, integer(Buffer.from([2]))),
      integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
      ECDSA_WITH_SHA256,
      named(name),
      sequence(moment(from), moment(until)),
      named(subject),
      of.export({ type: 'spki', format: 'der' }),
      tagged(0xa3, sequence(...extensions)),
    )
    const signature = sign('sha256', body, privateKey)
    return new X509Certificate(sequence(body, ECDSA_WITH_SHA256, bits(signature))).toString()
  }
  const inAYear = () => new Date(Date.now() + 365 * DAY)
  return {
    cert: make(name, publicKey, inAYear(), [extension('551d13', sequence(tagged(0x01, Buffer.from([0xff]))))]),
    issue(subject, until = inAYear()) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const isAddress = isIPv4(subject)
      const alternative = isAddress
        ? tagged(0x87, Buffer.from(subject.split('.').map(Number)))
        : tagged(0x82, Buffer.from(subject))
      return {
        cert: make(subject, pair.publicKey, until, [extension('551d11', sequence(alternative))]),
        key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      }
    },
  }
}

/** DER: a tag, how many bytes follow, and those. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, ...parts)
const integer = (bytes: Buffer) => tagged(0x02, bytes)
const bits = (bytes: Buffer) => tagged(0x03, Buffer.from([0]), bytes)
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
/** Up to 2049. */
const moment = (at: Date) => tagged(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`))
const named = (text: string) => sequence(tagged(0x31, sequence(identifier('550403'), tagged(0x0c, Buffer.from(text)))))
const extension = (hex: string, value: Buffer) => sequence(identifier(hex), tagged(0x04, value))
const ECDSA_WITH_SHA256 = sequence(identifier('2a8648ce3d040302'))
