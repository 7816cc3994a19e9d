/** Carries evidence files to the relay: one at a time, from one tab, in order, each in pieces that go on where the last one stopped. */
import { holderQuery } from '@yejibu/shared/archive/evidence-holder'
import { type Api, type ApiRefusal, isPassing, nothingSchema } from './api.ts'
import { makePatience } from './backoff.ts'
import type { AccountDatabase, EvidenceEntry } from './database.ts'
import { makeErrand } from './errand.ts'

/** Bytes per request: small enough to show progress and to lose little, large enough not to be slow. */
const PIECE = 1024 * 1024

export interface Uploads {
  wake(): void
  dispose(): void
}

export function createUploads(options: {
  readonly database: AccountDatabase
  readonly api: Api
  readonly random: () => number
  readonly onThere: () => void
}): Uploads {
  const { database, api } = options
  const stopped = new AbortController()
  const patience = makePatience(options.random, () => performance.now())

  /** @returns null when the whole file is there */
  const upload = async (entry: EvidenceEntry, bytes: ArrayBuffer): Promise<ApiRefusal | null> => {
    let at = entry.sent < entry.size ? entry.sent : 0
    const corrected = new Set<number>()
    while (at < entry.size) {
      const end = Math.min(at + PIECE, entry.size)
      const path = pathOf(entry)
      const answer = await api.call('PUT', path, nothingSchema, {
        bytes: bytes.slice(at, end),
        headers: {
          'content-type': 'application/octet-stream',
          'content-range': `bytes ${at}-${end - 1}/${entry.size}`,
        },
        patience: 120_000,
        signal: stopped.signal,
      })
      if (answer.ok) at = end
      else if (answer.refusal.kind === 'evidence-offset' && typeof answer.refusal.received === 'number') {
        const received = answer.refusal.received
        // Told the same twice, asking a third time leads nowhere.
        if (corrected.has(received)) return { kind: 'unexpected', reference: 'evidence-offset' }
        corrected.add(received)
        if (received < entry.size) at = received
        else {
          const refusal = await claim(entry)
          if (refusal?.kind !== 'evidence-offset') return refusal
          at = 0
        }
      } else return answer.refusal
      if (at < entry.size) await database.evidence.update([entry.archive, entry.sha256], { sent: at })
    }
    return null
  }

  /** @returns null when the relay took it from the owner's other document, or had all its bytes and had not been able to say so */
  const claim = async (entry: EvidenceEntry): Promise<ApiRefusal | null> => {
    const answer = await api.call('PUT', pathOf(entry), nothingSchema, {
      headers: { 'content-range': `bytes */${entry.size}` },
      signal: stopped.signal,
    })
    return answer.ok ? null : answer.refusal
  }

  const bring = async (entry: EvidenceEntry, bytes: ArrayBuffer | undefined): Promise<ApiRefusal | null> => {
    if (entry.mayClaim) {
      const refusal = await claim(entry)
      if (refusal?.kind !== 'evidence-offset') return refusal
    }
    return bytes ? upload(entry, bytes) : { kind: 'file-lost' }
  }

  const uploadAll = async (): Promise<ApiRefusal | null> => {
    for (;;) {
      if (stopped.signal.aborted) return null
      const [next] = await database.evidence.where('state').equals('waiting').sortBy('order')
      if (!next) return null
      const kept = await database.evidenceBytes.get(next.sha256)
      const refusal = await bring(next, kept?.bytes)
      if (refusal && isPassing(refusal)) return refusal
      patience.reset()
      await database.evidence.update(
        [next.archive, next.sha256],
        refusal ? { state: 'refused', refusal } : { state: 'there', sent: next.size },
      )
      if (!refusal) options.onThere()
    }
  }

  const errand = makeErrand({
    lock: `${database.name}/uploads`,
    patience,
    stopped: stopped.signal,
    work: uploadAll,
  })
  return {
    wake: errand.wake,
    dispose() {
      stopped.abort()
      errand.dispose()
    },
  }
}

function pathOf({ sha256, archive }: Pick<EvidenceEntry, 'sha256' | 'archive'>): string {
  return `/api/evidence/${sha256}?${holderQuery(archive)}`
}
