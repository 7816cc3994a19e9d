/**
 * Files in any S3-compatible store, each under a key of its own: evidence as `evidence/<first two characters>/<sha256>`.
 *
 * Always true: a file is said to be there only after the store has answered for all of its bytes, which it was given the SHA-256 of; putting the
 * same file again changes nothing. What is fetched is compared with its name by whoever asked.
 */
import { AwsClient } from 'aws4fetch'
import type { EvidenceOriginals } from './evidence-originals.ts'

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
  }
}

export interface S3Files {
  /** In place of what lay there. @param stop gives up half way */
  put(key: string, sha256: string, bytes: Uint8Array, stop?: AbortSignal): Promise<void>
  get(key: string): Promise<Uint8Array | null>
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
  const ask = (key: string, init: RequestInit, stop: readonly AbortSignal[] = []) =>
    client.fetch(`${bucket}/${key}`, { ...init, signal: AbortSignal.any([AbortSignal.timeout(longest), ...stop]) })
  return {
    async put(key, sha256, bytes, stop) {
      // The signature covers this header, so the store refuses other bytes than those of the name.
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
      const answer = await ask(key, { method: 'PUT', headers, body: bytes.slice() }, stop && [stop])
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`the evidence store answered ${answer.status} to a file`)
    },
    async get(key) {
      const answer = await ask(key, { method: 'GET' })
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      await answer.arrayBuffer()
      if (answer.status === 404) return null
      throw new Error(`the evidence store answered ${answer.status} to a question for a file`)
    },
    async remove(key) {
      const answer = await ask(key, { method: 'DELETE' })
      await answer.arrayBuffer()
      if (!answer.ok && answer.status !== 404)
        throw new Error(`the evidence store answered ${answer.status} to a removal`)
    },
  }
}
