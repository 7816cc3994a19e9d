/**
 * Every id, salt and byte of the sample office comes from here: SHA-256 over a fixed tag and a label. The same office on every
 * machine, whatever the order in which its parts are made. Real offices never use it: their salts are random.
 */
import { createHash } from 'node:crypto'
import type { SectionKey } from '@yejibu/shared/archive/section'
import { type Id, type ItemId, idFrom } from '@yejibu/shared/kernel/ids'

const TAG = 'yejibu/sample/v1\n'

/** 32 bytes. */
export function seedBytes(label: string): Uint8Array {
  return new Uint8Array(
    createHash('sha256')
      .update(TAG + label)
      .digest(),
  )
}

export function seedId<Name extends string>(label: string): Id<Name> {
  return idFrom<Name>(seedBytes(label))
}

/** 64 hex characters. */
export function seedSalt(label: string): string {
  return Buffer.from(seedBytes(label)).toString('hex')
}

/** @param nth from 1, among the owner's items of this section in the order of the sample */
export function sampleItemId(owner: string, part: SectionKey, nth: number): ItemId {
  return seedId<'item'>(`item/${owner}/${part}/${nth}`)
}
