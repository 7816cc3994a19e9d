/**
 * What this browser knows of the files that a filing names, as the relay will know them: a file that is still on its way is not there, and
 * the photo is measured in its bytes. A file that another device added is taken to be there as that device said; the relay looks.
 */
import { type Filing, filesNamed } from '@yejibu/shared/application/filing'
import type { HeldFile } from '@yejibu/shared/application/filing-problems'
import { jpegPixels } from '@yejibu/shared/archive/picture-size'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { type Accessor, createMemo, createResource } from 'solid-js'
import type { EvidenceStore } from '../platform/evidence-store.ts'

/** Owned by the caller. */
export function createFiledFiles(
  store: Pick<EvidenceStore, 'get' | 'uploadOf'>,
  owner: AccountId,
  plan: Accessor<Pick<Plan, 'asks'> | undefined>,
  filing: Accessor<Filing>,
): Accessor<ReadonlyMap<string, HeldFile>> {
  const photo = createMemo(() => filing().photo?.sha256)
  const [measured] = createResource(photo, async (sha256) => {
    const found = await store.get(owner, sha256)
    return {
      sha256,
      pixels: found.ok ? jpegPixels(new Uint8Array(await found.value.blob.arrayBuffer())) : 'unmeasured',
    } as const
  })
  return createMemo(() => {
    const known = plan()
    const held = new Map<string, HeldFile>()
    if (!known) return held
    const portrait = measured.state === 'ready' ? measured() : undefined
    for (const { sha256, bytes, type } of filesNamed(known, filing())) {
      const upload = store.uploadOf(owner, sha256)
      if (upload && upload.state !== 'there') continue
      held.set(sha256, { bytes, type, pixels: portrait?.sha256 === sha256 ? portrait.pixels : 'unmeasured' })
    }
    return held
  })
}
