import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { zipSync, zlibSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jpegHead, png } from '../testing/png.ts'
import { Stage, type Visitor } from '../testing/stage.ts'

const PDF = file('%PDF-1.4\n', 3_000)
let stage: Stage
let lu: Visitor

beforeEach(async () => {
  stage = await Stage.withCast()
  lu = await stage.as('luqinghe')
})
afterEach(() => stage.close())

function file(head: string | Uint8Array, length: number) {
  const bytes = new Uint8Array(Buffer.concat([Buffer.from(head), randomBytes(length)]))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const at = (sha256: string, archive = 'luqinghe') => `/api/evidence/${sha256}?archive=${archive}`

/** A JPEG with 60 kilobytes of notes, another picture's head among them, before its own. */
function behindNotes(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const notes = Buffer.concat([Buffer.from([0xff, 0xe1, 0xea, 0x60]), jpegHead(160, 120), Buffer.alloc(59_998)])
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), notes.subarray(0, 2 + 0xea60), jpeg.subarray(2)]))
}

function put(visitor: Visitor, { bytes, sha256 }: typeof PDF, from = 0, to = bytes.length, archive = 'luqinghe') {
  const headers = { 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` }
  return visitor.ask('PUT', at(sha256, archive), { bytes: bytes.slice(from, to), headers })
}

describe('an upload', () => {
  test('[RELAY-41] of a whole file is there to be read, byte for byte', async () => {
    const answer = await lu.ask('PUT', at(PDF.sha256), {
      bytes: PDF.bytes,
      headers: { 'content-length': String(PDF.bytes.length) },
    })
    expect(answer.body).toEqual({
      isComplete: true,
      received: PDF.bytes.length,
      bytes: PDF.bytes.length,
      type: 'application/pdf',
    })
    const path = stage.office.evidence.pathOf(PDF.sha256)
    expect(new Uint8Array(readFileSync(path))).toEqual(PDF.bytes)
    const response = await stage.app.request(at(PDF.sha256), { headers: { cookie: `yejibu_session=${lu.cookie}` } })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF.bytes)
    expect((await put(lu, PDF)).body).toMatchObject({ isComplete: true })
  })

  test('[RELAY-40] goes on where it stopped, and a chunk from elsewhere is told the place', async () => {
    expect((await put(lu, PDF, 0, 1_000)).body).toEqual({ isComplete: false, received: 1_000 })
    const head = await lu.ask('HEAD', at(PDF.sha256))
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-complete')]).toEqual([
      204,
      '1000',
      '?0',
    ])
    for (const from of [999, 1_001, 2_000]) {
      const answer = await put(lu, PDF, from)
      expect([answer.status, answer.refusal]).toEqual([409, { kind: 'evidence-offset', received: 1_000 }])
    }
    expect((await lu.get(at(PDF.sha256))).status).toBe(404)
    expect((await put(lu, PDF, 1_000)).body).toMatchObject({ isComplete: true })
    expect((await lu.ask('HEAD', at(PDF.sha256))).headers.get('upload-complete')).toBe('?1')
    expect(readdirSync(join(stage.folder, 'evidence', 'incoming'))).toEqual([])
  })

  test('[RELAY-40] sent twice at the same time is taken once and whole', async () => {
    const halves = await Promise.all([put(lu, PDF, 0, 1_500), put(lu, PDF, 0, 1_500), put(lu, PDF, 1_500)])
    expect(halves.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(new Uint8Array(readFileSync(stage.office.evidence.pathOf(PDF.sha256)))).toEqual(PDF.bytes)
  })

  test('[RELAY-41] with other bytes than its name says is thrown away', async () => {
    const liar = { bytes: PDF.bytes, sha256: 'a'.repeat(64) }
    const answer = await put(lu, liar)
    expect([answer.status, answer.refusal]).toEqual([
      422,
      { kind: 'evidence-not-its-hash', claimed: liar.sha256, found: PDF.sha256 },
    ])
    expect(readdirSync(join(stage.folder, 'evidence', 'incoming'))).toEqual([])
    expect((await lu.ask('HEAD', at(liar.sha256))).status).toBe(404)
  })

  test('[RELAY-41] is what its first bytes say, whatever it is called', async () => {
    const anyPng = file(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 50)
    const jpeg = file(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 50)
    expect((await put(lu, anyPng)).body).toMatchObject({ type: 'image/png' })
    expect((await put(lu, jpeg)).body).toMatchObject({ type: 'image/jpeg' })
    for (const head of ['<html><script>', 'MZ\x90\x00', 'GIF89a', '<svg xmlns=', 'PK\x03\x04']) {
      const answer = await put(lu, file(head, 50))
      expect([answer.status, answer.refusal?.kind], head).toEqual([415, 'evidence-type-refused'])
    }
  })

  test('[RELAY-315] of a picture that nobody has room to decode is refused by the pixels its header claims', async () => {
    const sized = (bytes: Uint8Array<ArrayBuffer>) => ({
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    for (const [bytes, width, height] of [
      [png({ width: 60_000, height: 60_000, pixels: new Uint8Array(9) }), 60_000, 60_000],
      [png({ width: 2 ** 32 - 1, height: 1, pixels: new Uint8Array(9) }), 2 ** 32 - 1, 1],
      [jpegHead(65_535, 65_535), 65_535, 65_535],
      // As a camera writes it: the frame behind its notes and its small copy.
      [behindNotes(jpegHead(40_000, 3_000)), 40_000, 3_000],
    ] as const) {
      const answer = await put(lu, sized(bytes))
      const refusal = { kind: 'picture-too-large', width, height, maxPixels: 100_000_000 }
      expect([answer.status, answer.refusal]).toEqual([413, refusal])
      expect((await lu.ask('HEAD', at(sized(bytes).sha256))).status).toBe(404)
    }
    expect(readdirSync(join(stage.folder, 'evidence', 'incoming'))).toEqual([])
    for (const bytes of [png({ width: 300, height: 150 }), jpegHead(10_000, 10_000)])
      expect((await put(lu, sized(bytes))).body).toMatchObject({ isComplete: true })
  })

  test('[RELAY-316] that is several things at once is what its first bytes say, byte for byte, and is unpacked by nobody', async () => {
    const page = '<html><script>document.title = 1</script><svg onload="document.title = 1"/></html>'
    const zip = zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ nothing: new Uint8Array(8_000_000) }) }) })
    const packed = Buffer.from(zlibSync(new Uint8Array(64_000_000)))
    const stream = Buffer.concat([
      Buffer.from('1 0 obj<</Filter/FlateDecode>>stream\n'),
      packed,
      Buffer.from('\nendstream'),
    ])
    for (const [head, type] of [
      ['%PDF-1.4\n', 'application/pdf'],
      [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ] as const) {
      const bytes = new Uint8Array(Buffer.concat([Buffer.from(head), Buffer.from(page), stream, zip]))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect((await put(lu, { bytes, sha256 })).body).toMatchObject({ isComplete: true, type })
      const answer = await stage.app.request(at(sha256), { headers: { cookie: `yejibu_session=${lu.cookie}` } })
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    }
  })

  test('[RELAY-41] over the size is refused before its bytes are taken, and a body longer than it said as well', async () => {
    const total = stage.office.config.maxEvidenceBytes + 1
    const big = await lu.ask('PUT', at(PDF.sha256), {
      bytes: PDF.bytes,
      headers: { 'content-range': `bytes 0-2/${total}` },
    })
    expect([big.status, big.refusal]).toEqual([413, { kind: 'too-large', maxBytes: total - 1 }])
    const longer = await lu.ask('PUT', at(PDF.sha256), {
      bytes: PDF.bytes,
      headers: { 'content-range': 'bytes 0-9/10' },
    })
    expect(longer.refusal).toEqual({ kind: 'too-large', maxBytes: 10 })
    for (const range of ['bytes 0-/10', 'bytes 5-4/10', 'bytes 0-10/10', 'items 0-1/2']) {
      const answer = await lu.ask('PUT', at(PDF.sha256), { bytes: PDF.bytes, headers: { 'content-range': range } })
      expect(answer.refusal?.kind, range).toBe('malformed')
    }
  })

  test('[RELAY-42] goes into one’s own archive only, and knowing a hash opens nothing', async () => {
    await put(lu, PDF)
    for (const who of ['xumingchuan', 'zhoumin', 'zhouhang']) {
      const visitor = await stage.as(who)
      expect((await put(visitor, PDF)).refusal, who).toEqual({ kind: 'not-found' })
      expect((await visitor.ask('HEAD', at(PDF.sha256, who))).status).toBe(404)
      const claim = await put(visitor, PDF, 2_000, 3_000, who)
      expect(claim.refusal).toEqual({ kind: 'evidence-offset', received: 0 })
      expect((await visitor.get(at(PDF.sha256, who))).status).toBe(404)
    }
    expect((await put(stage.stranger(), PDF)).status).toBe(401)
  })

  test('[RELAY-42] cannot leave its folder', async () => {
    for (const name of ['..%2f..%2fyejibu.sqlite', `${'a'.repeat(63)}.`, 'A'.repeat(64)]) {
      expect((await lu.ask('PUT', `/api/evidence/${name}?archive=luqinghe`, { bytes: PDF.bytes })).status).toBe(404)
    }
    expect(
      (await lu.ask('PUT', `/api/evidence/${PDF.sha256}?archive=..%2Fluqinghe`, { bytes: PDF.bytes })).status,
    ).toBe(404)
  })
})

describe('reading', () => {
  test('[RELAY-4] is for the owner and for HR of her present employer; to all others the file is not there', async () => {
    await put(lu, PDF)
    const status = async (who: string, archive = 'luqinghe') =>
      (await (await stage.as(who)).get(at(PDF.sha256, archive))).status
    expect(await status('luqinghe')).toBe(200)
    expect(await status('wangxiao')).toBe(200)
    const absent = await lu.get(at('b'.repeat(64)))
    for (const who of ['xumingchuan', 'sunli', 'hejing', 'zhouhang']) {
      const answer = await (await stage.as(who)).get(at(PDF.sha256))
      expect([answer.status, answer.body], who).toEqual([404, absent.body])
    }
    expect(await status('wangxiao', 'xumingchuan')).toBe(404)
    const data = { org: 'jianhu' as OrgId, account: 'luqinghe' as AccountId, role: 'applicant' as const }
    await stage.office.performOrg({ kind: 'add-member', data }, 'relay')
    expect(await status('wangxiao')).toBe(404)
  })

  test('[RELAY-43] gives a download that can run nothing, and is asked again each time', async () => {
    await put(lu, PDF)
    const answer = await lu.get(at(PDF.sha256))
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${PDF.sha256.slice(0, 12)}.pdf"`)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    const again = await lu.ask('GET', at(PDF.sha256), {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })
})

describe('a file of a private entry', () => {
  const privately = (sha256: string) => `/api/evidence/${sha256}?private=luqinghe`

  test("[ACC-2] is its owner's alone: HR, who may read her archive, a colleague and the operator get the answer of an absent one", async () => {
    const headers = { 'content-length': String(PDF.bytes.length) }
    expect((await lu.ask('PUT', privately(PDF.sha256), { bytes: PDF.bytes, headers })).status).toBe(200)
    expect((await lu.ask('GET', privately(PDF.sha256))).status).toBe(200)
    for (const who of ['zhoumin', 'xumingchuan', 'zhouhang']) {
      const other = await stage.as(who)
      for (const path of [privately(PDF.sha256), at(PDF.sha256)]) {
        expect((await other.ask('GET', path)).status).toBe(404)
        expect((await other.ask('HEAD', path)).status).toBe(404)
        expect((await other.ask('DELETE', path)).status).toBe(404)
        const claim = { headers: { 'content-range': `bytes */${PDF.bytes.length}` } }
        expect((await other.ask('PUT', path, claim)).status).toBe(404)
      }
    }
  })

  test('[RELAY-41] is claimed for the archive without its bytes, by its owner, when her other document holds it', async () => {
    const claim = { headers: { 'content-range': `bytes */${PDF.bytes.length}` } }
    const early = await lu.ask('PUT', at(PDF.sha256), claim)
    expect([early.status, early.refusal]).toEqual([409, { kind: 'evidence-offset', received: 0 }])
    const headers = { 'content-length': String(PDF.bytes.length) }
    await lu.ask('PUT', privately(PDF.sha256), { bytes: PDF.bytes, headers })
    expect((await lu.ask('PUT', at(PDF.sha256), claim)).body).toMatchObject({ isComplete: true })
    const hr = await stage.as('zhoumin')
    expect((await hr.ask('GET', at(PDF.sha256))).status).toBe(200)
  })

  test('[ACC-2] is let go of by the archive when the entry was made private', async () => {
    const headers = { 'content-length': String(PDF.bytes.length) }
    await lu.ask('PUT', at(PDF.sha256), { bytes: PDF.bytes, headers })
    expect((await lu.ask('DELETE', at(PDF.sha256))).body).toEqual({ isHeld: false })
    const hr = await stage.as('zhoumin')
    expect((await hr.ask('GET', at(PDF.sha256))).status).toBe(404)
  })
})

test('[RELAY-129] a file that HR opens is noted for its owner, and her own opening is not', async () => {
  await put(lu, PDF)
  const hr = await stage.as('zhoumin')
  for (const visitor of [lu, hr, hr]) expect((await visitor.get(at(PDF.sha256))).status).toBe(200)
  expect((await (await stage.as('zhouhang')).get(at(PDF.sha256))).status).toBe(404)
  expect((await lu.get('/api/diary')).body).toMatchObject({
    entries: [{ what: 'file', subject: 'archive/luqinghe', name: '周敏', role: 'hr-lead', times: 2 }],
  })
  expect((await hr.get('/api/diary')).body).toEqual({ entries: [] })
})
