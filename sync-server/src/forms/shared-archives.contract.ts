/** What every place for finished archives does that all relays share. Each implementation's test calls this with a way to open it for one relay. */
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SharedArchives } from './shared-archives.ts'

export function archiveOf(length: number): { readonly bytes: Uint8Array; readonly sha256: string } {
  const bytes = new Uint8Array(randomBytes(length))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export function sharedArchivesContract(name: string, open: () => SharedArchives): void {
  describe(`finished archives in ${name}`, () => {
    it('[RELAY-376] what one relay put there another gets byte for byte, each batch its own', async () => {
      const [one, two] = [open(), open()]
      const [first, second] = [archiveOf(2_000_000), archiveOf(0)]
      await one.put('batch1', first.sha256, first.bytes)
      await one.put('batch10', second.sha256, second.bytes)
      expect(Buffer.compare((await two.get('batch1')) ?? second.bytes, first.bytes)).toBe(0)
      expect(await two.get('batch10')).toEqual(second.bytes)
      expect(await two.get('batch')).toBeNull()
    })

    it('[RELAY-376] what is put there again takes the place of what lay there', async () => {
      const shared = open()
      const [first, second] = [archiveOf(500), archiveOf(700)]
      await shared.put('batch2', first.sha256, first.bytes)
      await shared.put('batch2', second.sha256, second.bytes)
      expect(await shared.get('batch2')).toEqual(second.bytes)
    })

    it('[RELAY-376] what is removed is nowhere, for whoever asks, and nothing else goes with it', async () => {
      const shared = open()
      const { bytes, sha256 } = archiveOf(500)
      await shared.put('batch3', sha256, bytes)
      await shared.put('batch4', sha256, bytes)
      await shared.remove('batch3')
      await shared.remove('batch3')
      await shared.remove('never-there')
      expect(await open().get('batch3')).toBeNull()
      expect(await open().get('batch4')).toEqual(bytes)
    })
  })
}
