/**
 * A real S3-compatible server for tests, from an npm package; its files lie in a folder of their own and go with `close`. It computes no signatures,
 * so everybody comes to it through a door that does. `YEJIBU_TEST_S3` names another server, with a bucket that is there, to be tested against instead.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import S3rver from 's3rver'
import { s3PlaceFrom } from '../../evidence/s3-originals.ts'
import { type DoorKey, openSignatureDoor } from './signature-door.ts'
import { folderForTests } from './test-folder.ts'

export interface S3Server {
  /** As `--evidence` takes it. */
  readonly address: string
  /** The same, with something else in its place. */
  addressWith(other: Partial<Record<'keyId' | 'secret' | 'bucket' | 'region', string>>): string
  /** What the store has under a file's name; null when there is nothing. */
  read(sha256: string): Promise<Uint8Array | null>
  /** As somebody who meddles with the store. */
  replace(sha256: string, bytes: Uint8Array): Promise<void>
  remove(sha256: string): Promise<void>
  /** Makes the key unknown, or known again; only of the server that was started here. */
  letKeyIn(isKnown: boolean): void
  close(): Promise<void>
}

const BUCKET = 'yejibu'
/** With what needs encoding in an address, as keys of real stores have it. */
const KEY = { keyId: 'office:yejibu', secret: 'wJalr/XUtn+FEMI=K7MDENG', region: 'cn-east-1' }

export async function startS3(): Promise<S3Server> {
  const named = process.env.YEJIBU_TEST_S3
  if (named) return { ...storeAt(named), letKeyIn: notOurs, close: async () => {} }
  const directory = mkdtempSync(join(folderForTests(), 'yejibu-s3-'))
  const server = new S3rver({
    ...{ directory, address: '127.0.0.1', port: 0, silent: true },
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  const { port } = await server.run()
  const known: DoorKey[] = [KEY]
  const door = await openSignatureDoor(known, { behind: port, now: () => new Date() })
  const [keyId, secret] = [KEY.keyId, KEY.secret].map(encodeURIComponent)
  return {
    ...storeAt(`s3+http://${keyId}:${secret}@127.0.0.1:${door.port}/${BUCKET}?region=${KEY.region}`),
    letKeyIn: (isKnown) => void known.splice(0, 1, ...(isKnown ? [KEY] : [])),
    async close() {
      await door.close()
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function notOurs(): never {
  throw new Error('this test is of the server that it starts: leave out YEJIBU_TEST_S3')
}

function storeAt(address: string): Omit<S3Server, 'close' | 'letKeyIn'> {
  const place = s3PlaceFrom(address)
  if (!place) throw new Error('YEJIBU_TEST_S3 is no address of a store')
  const client = new AwsClient({
    ...{ accessKeyId: place.keyId, secretAccessKey: place.secret, region: place.region, service: 's3' },
  })
  const ask = async (sha256: string, method: string, body?: Uint8Array<ArrayBuffer>) => {
    const hash = await crypto.subtle.digest('SHA-256', body ?? new Uint8Array())
    const headers = { 'x-amz-content-sha256': Buffer.from(hash).toString('hex') }
    const path = `${place.bucket}/evidence/${sha256.slice(0, 2)}/${sha256}`
    const answer = await client.fetch(path, { method, headers, ...(body && { body }) })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (answer.ok) return bytes
    if (answer.status === 404) return null
    throw new Error(`${answer.status} to ${method}: ${Buffer.from(bytes)}`)
  }
  return {
    address,
    addressWith({ keyId, secret, bucket, region }) {
      const url = new URL(address)
      if (keyId !== undefined) url.username = encodeURIComponent(keyId)
      if (secret !== undefined) url.password = encodeURIComponent(secret)
      if (bucket !== undefined) url.pathname = `/${bucket}`
      if (region !== undefined) url.searchParams.set('region', region)
      return url.href
    },
    read: (sha256) => ask(sha256, 'GET'),
    async replace(sha256, bytes) {
      await ask(sha256, 'PUT', bytes.slice())
    },
    async remove(sha256) {
      await ask(sha256, 'DELETE')
    },
  }
}
