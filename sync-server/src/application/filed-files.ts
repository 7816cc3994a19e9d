/**
 * What the relay itself knows of the files that an application names: that the owner handed over all of their bytes, what kind they are, and how
 * large a photo is. Nothing of that is taken from the command.
 */
import { readFile } from 'node:fs/promises'
import type { HeldFile } from '@yejibu/shared/application/filing-problems'
import { jpegPixels } from '@yejibu/shared/archive/picture-size'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { EvidenceStore } from '../evidence/evidence.ts'

export interface FiledFiles {
  /** By SHA-256; what the owner's archive does not hold is left out. */
  heldOf(owner: AccountId, files: readonly { readonly sha256: string }[]): Promise<ReadonlyMap<string, HeldFile>>
}

/** No picture that a plan takes as a photo is larger; larger JPEGs are scans, of which nobody asks the size. */
const LARGEST_PHOTO = 4 * 1024 * 1024

export function openFiledFiles(evidence: Pick<EvidenceStore, 'held' | 'fetched'>): FiledFiles {
  return {
    async heldOf(owner, files) {
      const found = new Map<string, HeldFile>()
      for (const { sha256 } of files) {
        const held = await evidence.held(owner, sha256)
        if (!held) continue
        const { bytes, type } = held
        const isPhoto = type === 'image/jpeg' && bytes <= LARGEST_PHOTO
        found.set(sha256, {
          bytes,
          type,
          pixels: isPhoto ? jpegPixels(await readFile(await evidence.fetched(sha256))) : null,
        })
      }
      return found
    },
  }
}
