/**
 * A door in front of an S3 server that lets in only what is signed right (AWS Signature V4), computed anew by the official implementation and not
 * by the one that signs. It answers as S3 does: the code of its refusals is what a store in the world says.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, request as passOn, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { escapeUriPath, HttpRequest } from '@smithy/core/protocols'
import { Hash } from '@smithy/core/serde'
import { SignatureV4 } from '@smithy/signature-v4'

export interface DoorKey {
  readonly keyId: string
  readonly secret: string
  readonly region: string
}

export interface SignatureDoor {
  readonly port: number
  close(): Promise<void>
}

type Refusal = readonly [status: number, code: string]

const LONGEST_SKEW_MS = 15 * 60_000
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(.+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/
const DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

export interface DoorPlace {
  /** The port of 127.0.0.1 that the server listens on, which takes whatever comes without a signature. */
  readonly behind: number
  now(): Date
}

/** @param keys those that are known, looked at anew for each request */
export async function openSignatureDoor(keys: readonly DoorKey[], { behind, now }: DoorPlace): Promise<SignatureDoor> {
  const enter = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const refusal = await whyNot(request, body, keys, now())
    if (refusal) {
      const [status, code] = refusal
      response.writeHead(status, { 'content-type': 'application/xml' })
      response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>no</Message></Error>`)
      return
    }
    const { authorization: _, ...headers } = request.headers
    const { method, url: path } = request
    passOn({ host: '127.0.0.1', port: behind, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
      .on('error', () => response.destroy())
      .end(body)
  }
  const server = createServer((request, response) => void enter(request, response).catch(() => response.destroy()))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function whyNot(
  request: IncomingMessage,
  body: Buffer,
  keys: readonly DoorKey[],
  now: Date,
): Promise<Refusal | null> {
  const { headers, method = '', url = '' } = request
  const [, keyId, day, region, signed = '', signature] = AUTHORIZATION.exec(headers.authorization ?? '') ?? []
  if (!signature) return [403, 'AccessDenied']
  const key = keys.find((known) => known.keyId === keyId)
  if (!key) return [403, 'InvalidAccessKeyId']
  if (region !== key.region) return [400, 'AuthorizationHeaderMalformed']
  const date = headers['x-amz-date']
  const at = typeof date === 'string' && DATE.test(date) ? Date.parse(date.replace(DATE, '$1-$2-$3T$4:$5:$6Z')) : NaN
  if (!(Math.abs(at - now.getTime()) <= LONGEST_SKEW_MS)) return [403, 'RequestTimeTooSkewed']
  const names = signed.split(';')
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))]
  if (mustBeSigned.some((name) => !names.includes(name))) return [403, 'AccessDenied']
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  const signer = new SignatureV4({
    credentials: { accessKeyId: key.keyId, secretAccessKey: key.secret },
    region: key.region,
    service: 's3',
    sha256: Sha256,
    // As S3 alone has it: the path is encoded once, whatever the sender left as it was.
    uriEscapePath: false,
    applyChecksum: false,
  })
  const expected = await signer.sign(
    new HttpRequest({
      method,
      path: escapeUriPath(decodeURIComponent(pathname)),
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')])),
    }),
    { signingDate: new Date(at), signableHeaders: new Set(names) },
  )
  const isOfThatDay = String(date).slice(0, 8) === day
  const isRight = isOfThatDay && String(expected.headers.authorization).endsWith(`Signature=${signature}`)
  if (!isRight) return [403, 'SignatureDoesNotMatch']
  const isWhole = headers['x-amz-content-sha256'] === createHash('sha256').update(body).digest('hex')
  return isWhole ? null : [400, 'XAmzContentSHA256Mismatch']
}

class Sha256 extends Hash {
  constructor(secret?: ConstructorParameters<typeof Hash>[1]) {
    super('sha256', secret)
  }
}
