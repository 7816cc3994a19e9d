import { createHash } from 'node:crypto'
import type { EvidenceCause } from '@yejibu/shared/wire/health'
import { AwsClient } from 'aws4fetch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type S3Server, startS3 } from '../testing/servers/s3-server.ts'
import { openSignatureDoor } from '../testing/servers/signature-door.ts'
import { pdf } from './evidence.contract.ts'
import { openS3Originals, s3PlaceFrom } from './s3-originals.ts'

const NOTHING = createHash('sha256').update('').digest('hex')

/** Nothing gets through to it. */
const NO_PORT = 9

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.close())

function placeAt(address: string) {
  const place = s3PlaceFrom(address)
  if (!place) throw new Error('no address of a store')
  return place
}
const originals = (other: Parameters<S3Server['addressWith']>[0] = {}) =>
  openS3Originals(placeAt(s3.addressWith(other)))

/** A request as ours, signed, to be sent as it is or changed on its way. */
async function signed(
  method: string,
  name: string,
  sha256: string,
  body?: Uint8Array<ArrayBuffer>,
  aws: { datetime?: string } = {},
): Promise<Request> {
  const { bucket, keyId, secret, region } = placeAt(s3.address)
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3' })
  const headers = { 'x-amz-content-sha256': sha256 }
  return client.sign(`${bucket}/${name}`, { method, headers, aws, ...(body && { body }) })
}

const amzDate = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

async function answerTo(request: Request): Promise<string> {
  const answer = await fetch(request)
  const text = await answer.text()
  return answer.ok ? 'ok' : `${answer.status} ${/<Code>(\w+)</.exec(text)?.[1]}`
}

describe('requests to an S3-compatible store', () => {
  it('[RELAY-360] are signed as the official implementation signs them: a file is taken and comes back, and another is not there', async () => {
    const { bytes, sha256 } = pdf(2_000_000)
    await originals().put(sha256, bytes)
    expect(Buffer.from((await originals().get(sha256)) ?? []).equals(bytes)).toBe(true)
    expect(await originals().get(pdf(10).sha256)).toBeNull()
    await originals().tryOut()
  })

  it.each(['证明 (1)!', "a'*b", 'ü~-_.', 'a b&c=d;e@f,g:h$', '(1)/(2)', 'aa%20b', 'aa%2Bb', 'aa%2Fb'])(
    '[RELAY-360] are signed right whatever of a path needs encoding: %s',
    async (name) => {
      expect(await originals().get(name)).toBeNull()
    },
  )

  it('[RELAY-360] would be refused for a bare plus in a name, which is signed as a space: a file’s name has none', async () => {
    await expect(originals().get('aa+b')).rejects.toMatchObject({ why: 'evidence-key' })
  })

  it('[RELAY-360] are refused with a key, a secret or a region that is not the store’s, each by its cause', async () => {
    const { bytes, sha256 } = pdf(100)
    const cause = async (other: Parameters<S3Server['addressWith']>[0]): Promise<(EvidenceCause | null)[]> => {
      const wrong = originals(other)
      const asked = [wrong.put(sha256, bytes), wrong.get(sha256), wrong.tryOut()]
      return Promise.all(asked.map((each) => each.then(() => null).catch((error) => error.why)))
    }
    const thrice = (why: EvidenceCause) => [why, why, why]
    expect(await cause({ secret: 'not this one' })).toEqual(thrice('evidence-key'))
    expect(await cause({ keyId: 'stranger' })).toEqual(thrice('evidence-key'))
    expect(await cause({ region: 'eu-west-1' })).toEqual(thrice('evidence-region'))
    expect(await cause({ bucket: 'another' })).toEqual(thrice('evidence-bucket'))
    expect(await originals().get(sha256)).toBeNull()
  })

  it('[RELAY-360] are refused when anything that was signed is changed on the way: body, path, method, host, date, a header', async () => {
    const { bytes, sha256 } = pdf(100)
    const put = () => signed('PUT', `evidence/trial/${sha256}`, sha256, bytes.slice())
    expect(await answerTo(await put())).toBe('ok')
    const request = await put()
    const { url, headers } = request
    const asPut = { method: 'PUT', headers, body: bytes.slice() }
    expect(await answerTo(new Request(url, { ...asPut, body: pdf(100).bytes.slice() }))).toMatch(/^400 /)
    const refused = '403 SignatureDoesNotMatch'
    expect(await answerTo(new Request(`${url}1`, asPut))).toBe(refused)
    expect(await answerTo(new Request(`${url}?prefix=a`, asPut))).toBe(refused)
    expect(await answerTo(new Request(url, { method: 'DELETE', headers }))).toBe(refused)
    expect(await answerTo(new Request(url.replace('127.0.0.1', 'localhost'), asPut))).toBe(refused)
    const changed = (name: string, value: string) => {
      const others = new Headers(headers)
      others.set(name, value)
      return new Request(url, { ...asPut, headers: others })
    }
    expect(await answerTo(changed('x-amz-date', amzDate(Date.now() - 60_000)))).toBe(refused)
    expect(await answerTo(changed('x-amz-acl', 'public-read'))).toBe('403 AccessDenied')
    expect(await answerTo(new Request(url, { method: 'PUT', body: bytes.slice() }))).toMatch(/^40\d /)
    const longAgo = { datetime: amzDate(Date.now() - 16 * 60_000) }
    const old = await signed('PUT', `evidence/trial/${sha256}`, sha256, bytes.slice(), longAgo)
    expect(await answerTo(old)).toBe('403 RequestTimeTooSkewed')
    // A question carries the hash of a body too: of none.
    expect(await answerTo(await signed('GET', `evidence/trial/${sha256}`, NOTHING))).toBe('ok')
  })

  it('[RELAY-360] a file under another name than its hash is not taken', async () => {
    await expect(originals().put(pdf(10).sha256, pdf(10).bytes)).rejects.toMatchObject({ why: 'evidence-refusing' })
  })
})

describe('an S3-compatible store with another clock', () => {
  it('[RELAY-360] refuses what was signed long ago, and that is told from a wrong key', async () => {
    const { keyId, secret, region } = placeAt(s3.address)
    const later = () => new Date(Date.now() + 16 * 60_000)
    const door = await openSignatureDoor([{ keyId, secret, region }], { behind: NO_PORT, now: later })
    try {
      const here = openS3Originals({ bucket: `http://127.0.0.1:${door.port}/yejibu`, keyId, secret, region })
      const { bytes, sha256 } = pdf(10)
      for (const ask of [() => here.put(sha256, bytes), () => here.get(sha256), () => here.tryOut()]) {
        await expect(ask()).rejects.toMatchObject({ why: 'evidence-clock' })
      }
    } finally {
      await door.close()
    }
  })
})
