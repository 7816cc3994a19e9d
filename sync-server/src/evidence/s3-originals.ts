/**
 * Files in any S3-compatible store, each under a key of its own: evidence as `evidence/<first two characters>/<sha256>`.
 *
 * Always true: a file is said to be there only after the store has answered for all of its bytes, which it was given the SHA-256 of; putting the
 * same file again changes nothing. What is fetched is compared with its name by whoever asked.
 */

import { createHash } from 'node:crypto'
import type { EvidenceCause } from '@yejibu/shared/wire/health'
import { AwsClient } from 'aws4fetch'
import { tlsTroubleOf } from '../http/tls-trouble.ts'
import { type EvidenceOriginals, EvidenceStoreTrouble } from './evidence-originals.ts'

export interface S3Place {
  /** With the bucket and without a slash at the end: `https://s3.example.cn/yejibu`. */
  readonly bucket: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** Twice, with a pause that grows: what does not come then fails, and the person's device sends again. */
const RETRIES = 2
const LONGEST_MS = 120_000
/** For each half of a trial: somebody waits for it. */
const TRIAL_MS = 5_000
const TRIAL = Buffer.from('yejibu: this store takes files and gives them back\n')
/** The body of a question. */
const NOTHING = sha256Of(new Uint8Array())
/** An error's own words are at its beginning. */
const ERROR_BYTES = 4_096

/** `s3+https://<key id>:<secret>@<host>/<bucket>?region=<region>`; null when it is not such. */
export function s3PlaceFrom(address: string): S3Place | null {
  const match = /^s3\+(https?):\/\//.exec(address)
  if (!match || !URL.canParse(address)) return null
  const url = new URL(address.slice('s3+'.length))
  const bucket = url.pathname.replace(/^\/|\/$/g, '')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || url.username === '' || url.password === '') return null
  return {
    bucket: `${url.origin}/${bucket}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    keyId: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
  }
}

export function openS3Originals(place: S3Place): EvidenceOriginals {
  const files = openS3Files(place)
  const keyOf = (sha256: string) => `evidence/${sha256.slice(0, 2)}/${sha256}`
  return {
    put: (sha256, bytes) => files.put(keyOf(sha256), sha256, bytes),
    get: (sha256) => files.get(keyOf(sha256)),
    async tryOut() {
      const [sha256, waiting] = [sha256Of(TRIAL), { longestMs: TRIAL_MS }]
      await files.put(keyOf(sha256), sha256, TRIAL, waiting)
      const found = await files.get(keyOf(sha256), waiting)
      if (found && sha256Of(found) === sha256) return
      throw new EvidenceStoreTrouble('evidence-refusing', 'the evidence store did not give back what it had taken')
    },
  }
}

interface Waiting {
  /** Milliseconds for the whole of it. */
  readonly longestMs?: number
  /** Gives up half way. */
  readonly stop?: AbortSignal | undefined
}

export interface S3Files {
  /** In place of what lay there. */
  put(key: string, sha256: string, bytes: Uint8Array, waiting?: Waiting): Promise<void>
  get(key: string, waiting?: Waiting): Promise<Uint8Array | null>
  /** Also when there is nothing. */
  remove(key: string): Promise<void>
}

/** @param longest milliseconds for a whole file */
export function openS3Files({ bucket, region, keyId, secret }: S3Place, longest = LONGEST_MS): S3Files {
  const client = new AwsClient({
    ...{ accessKeyId: keyId, secretAccessKey: secret, region },
    service: 's3',
    retries: RETRIES,
  })
  const ask = async (
    key: string,
    init: RequestInit,
    { longestMs = longest, stop }: Waiting = {},
  ): Promise<Answered> => {
    const signal = AbortSignal.any([AbortSignal.timeout(longestMs), ...(stop ? [stop] : [])])
    try {
      // A store that sends elsewhere would be followed with a signature that is for here.
      const answer = await client.fetch(`${bucket}/${key}`, { ...init, redirect: 'manual', signal })
      return { status: answer.status, isOk: answer.ok, bytes: new Uint8Array(await answer.arrayBuffer()) }
    } catch (error) {
      const tls = tlsTroubleOf(causeBehind(error))
      const why = tls === null ? 'evidence-away' : (`evidence-${tls}` as const)
      throw new EvidenceStoreTrouble(why, `the evidence store did not answer: ${reasonOf(error)}`, { cause: error })
    }
  }
  return {
    async put(key, sha256, bytes, waiting) {
      // The signature covers this header, so the store refuses other bytes than those of the name.
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
      const answer = await ask(key, { method: 'PUT', headers, body: bytes.slice() }, waiting)
      if (!answer.isOk) throw troubleOf(answer, 'a file')
    },
    async get(key, waiting) {
      const headers = { 'x-amz-content-sha256': NOTHING }
      const answer = await ask(key, { method: 'GET', headers }, waiting)
      if (answer.isOk) return answer.bytes
      // A bucket that is not there is answered alike, and then nothing is known about the file.
      if (answer.status === 404 && codeOf(answer) !== 'NoSuchBucket') return null
      throw troubleOf(answer, 'a question for a file')
    },
    async remove(key) {
      const answer = await ask(key, { method: 'DELETE', headers: { 'x-amz-content-sha256': NOTHING } })
      if (answer.isOk || (answer.status === 404 && codeOf(answer) !== 'NoSuchBucket')) return
      throw troubleOf(answer, 'a removal')
    },
  }
}

/** `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `TimeoutError` …: what an operator looks for, and nothing that was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const cause = causeBehind(error)
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}

/** `fetch` keeps what happened on the connection behind its own “fetch failed”. */
function causeBehind(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined
}

interface Answered {
  readonly status: number
  readonly isOk: boolean
  readonly bytes: Uint8Array
}

/** What S3 calls it; null where whoever answered is none. */
function codeOf({ bytes }: Answered): string | null {
  return /<Code>(\w{1,60})<\/Code>/.exec(Buffer.from(bytes.subarray(0, ERROR_BYTES)).toString())?.[1] ?? null
}

function troubleOf(answer: Answered, to: string): EvidenceStoreTrouble {
  const { status } = answer
  const code = codeOf(answer)
  const said = code === null ? `${status}` : `${status} ${code}`
  return new EvidenceStoreTrouble(causeOf(status, code), `the evidence store answered ${said} to ${to}`)
}

function causeOf(status: number, code: string | null): EvidenceCause {
  const known = code === null ? undefined : CAUSES[code]
  if (known) return known
  if (status === 301 || status === 307) return 'evidence-region'
  if (status === 401 || (status === 403 && code === null)) return 'evidence-key'
  return status >= 500 || status === 429 ? 'evidence-away' : 'evidence-refusing'
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const CAUSES: Readonly<Record<string, EvidenceCause>> = {
  InvalidAccessKeyId: 'evidence-key',
  SignatureDoesNotMatch: 'evidence-key',
  AccessDenied: 'evidence-right',
  NoSuchBucket: 'evidence-bucket',
  AuthorizationHeaderMalformed: 'evidence-region',
  PermanentRedirect: 'evidence-region',
  RequestTimeTooSkewed: 'evidence-clock',
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
