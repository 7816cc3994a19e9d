/** What every evidence store does. Each implementation's test calls this with a way to open what one relay has. */
import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EvidenceStore } from './evidence.ts'

export interface OpenedEvidence {
  readonly evidence: EvidenceStore
  /** The same folder and store, of a relay that ends where the register would be told who holds a file. */
  dyingBeforeHeld(): EvidenceStore
  close(): Promise<void>
}

export const OWNER = 'luqinghe' as EvidenceHolder
const OTHER = 'xumingchuan' as EvidenceHolder

export function pdf(length: number): { readonly bytes: Uint8Array; readonly sha256: string } {
  const bytes = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(length)]))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

export function evidenceContract(name: string, open: () => Promise<OpenedEvidence>): void {
  describe(`evidence in ${name}`, () => {
    let opened: OpenedEvidence
    let evidence: EvidenceStore
    beforeEach(async () => {
      opened = await open()
      evidence = opened.evidence
    })
    afterEach(() => opened.close())

    it('[RELAY-40] takes a file in pieces, and tells the place to one that begins elsewhere', async () => {
      const { bytes, sha256 } = pdf(3_000)
      const piece = (offset: number, end: number) =>
        evidence.receive({ archive: OWNER, sha256, offset, total: bytes.length, bytes: once(bytes.slice(offset, end)) })
      expect(await piece(0, 1_000)).toEqual({ ok: true, value: { isComplete: false, received: 1_000 } })
      expect(await piece(2_000, bytes.length)).toEqual({
        ok: false,
        refusal: { kind: 'evidence-offset', received: 1_000 },
      })
      expect(await evidence.held(OWNER, sha256)).toBeNull()
      expect(await piece(1_000, bytes.length)).toMatchObject({ ok: true, value: { isComplete: true } })
      expect(new Uint8Array(await readFile(await evidence.fetched(sha256)))).toEqual(bytes)
    })

    it('[RELAY-41] takes nothing under another name, and keeps nothing of it', async () => {
      const { bytes, sha256 } = pdf(500)
      const claimed = pdf(500).sha256
      expect(await evidence.put(OWNER, claimed, bytes)).toEqual({
        ok: false,
        refusal: { kind: 'evidence-not-its-hash', claimed, found: sha256 },
      })
      expect(await evidence.held(OWNER, claimed)).toBeNull()
      await expect(readFile(await evidence.fetched(claimed))).rejects.toThrow('ENOENT')
    })

    it('[RELAY-365] a relay that died after the last byte and before it could say that the file is held goes on from there', async () => {
      const { bytes, sha256 } = pdf(3_000)
      const dead = opened.dyingBeforeHeld()
      await expect(dead.put(OWNER, sha256, bytes)).rejects.toThrow('died')
      expect(await evidence.held(OWNER, sha256)).toBeNull()
      expect(await evidence.received(OWNER, sha256)).toBe(bytes.length)
      for (const wrong of [bytes.length - 1, bytes.length + 1])
        expect(await evidence.claim(OWNER, sha256, wrong)).toBeNull()
      expect(await evidence.claim(OTHER, sha256, bytes.length)).toBeNull()
      expect(await evidence.claim(OWNER, sha256, bytes.length)).toMatchObject({ archive: OWNER, bytes: bytes.length })
      expect(await evidence.received(OWNER, sha256)).toBe(0)
      expect(new Uint8Array(await readFile(await evidence.fetched(sha256)))).toEqual(bytes)
    })

    it('[RELAY-41] what all came and is not what its name says is not held by claiming it', async () => {
      const { bytes } = pdf(3_000)
      const name = pdf(3_000).sha256
      const more = { archive: OWNER, sha256: name, offset: 0, total: bytes.length + 1 }
      expect(await evidence.receive({ ...more, bytes: once(bytes) })).toMatchObject({ value: { isComplete: false } })
      expect(await evidence.received(OWNER, name)).toBe(bytes.length)
      expect(await evidence.claim(OWNER, name, bytes.length)).toBeNull()
      expect(await evidence.held(OWNER, name)).toBeNull()
      expect(await evidence.received(OWNER, name)).toBe(0)
    })

    it('[RELAY-42] two who hand over the same bytes hold them each, and one who lets go takes nothing from the other', async () => {
      const { bytes, sha256 } = pdf(500)
      await evidence.put(OWNER, sha256, bytes)
      expect(await evidence.missing(OTHER, [sha256])).toEqual([sha256])
      await evidence.put(OTHER, sha256, bytes)
      await evidence.release(OWNER, sha256)
      expect(await evidence.held(OWNER, sha256)).toBeNull()
      expect(await evidence.held(OTHER, sha256)).toMatchObject({ bytes: bytes.length, type: 'application/pdf' })
      expect(new Uint8Array(await readFile(await evidence.fetched(sha256)))).toEqual(bytes)
    })

    it('[RELAY-41] the same file sent twice is kept once and stays whole', async () => {
      const { bytes, sha256 } = pdf(500)
      const [first, second] = await Promise.all([
        evidence.put(OWNER, sha256, bytes),
        evidence.put(OWNER, sha256, bytes),
      ])
      expect([first.ok, second.ok]).toEqual([true, true])
      expect(await evidence.all()).toHaveLength(1)
      expect(new Uint8Array(await readFile(await evidence.fetched(sha256)))).toEqual(bytes)
    })
  })
}
