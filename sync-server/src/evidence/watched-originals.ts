/**
 * A store of files, and whether it takes and gives what it is asked. While it does not and somebody wants to know, it is tried out, so that a key that
 * is right again is noticed without a restart and without anybody's file.
 *
 * Always true: trouble begins with what the store refused and ends with what it took after that.
 */
import type { EvidenceCause } from '@yejibu/shared/wire/health'
import { type EvidenceOriginals, EvidenceStoreTrouble } from './evidence-originals.ts'

export interface EvidenceTrouble {
  readonly cause: EvidenceCause
  /** ISO 8601 in UTC. */
  readonly since: string
}

export interface WatchedOriginals extends EvidenceOriginals {
  trouble(): EvidenceTrouble | null
  /** As `trouble`, after trying the store out where there is trouble: once, however many ask meanwhile. */
  look(): Promise<EvidenceTrouble | null>
  /** Told once for each trouble, and again when its cause is another. */
  onTrouble(listener: (trouble: EvidenceTrouble) => void): void
}

export function watchOriginals(originals: EvidenceOriginals, now: () => Date): WatchedOriginals {
  const listeners: ((trouble: EvidenceTrouble) => void)[] = []
  let trouble: EvidenceTrouble | null = null
  /** Failures so far: what was asked before one says nothing about it. */
  let failures = 0
  let looking: Promise<EvidenceTrouble | null> | null = null

  const watched = async <Value>(asked: Promise<Value>, mends: boolean): Promise<Value> => {
    const before = failures
    try {
      const value = await asked
      if (mends && before === failures) trouble = null
      return value
    } catch (error) {
      if (error instanceof EvidenceStoreTrouble) failed(error.why)
      throw error
    }
  }
  const failed = (cause: EvidenceCause) => {
    failures++
    if (trouble?.cause === cause) return
    const told = { cause, since: trouble?.since ?? now().toISOString() }
    trouble = told
    for (const listener of listeners) listener(told)
  }
  const tryOut = () => watched(originals.tryOut(), true)

  return {
    put: (sha256, bytes) => watched(originals.put(sha256, bytes), true),
    // A key may read and not write.
    get: (sha256) => watched(originals.get(sha256), false),
    tryOut,
    trouble: () => trouble,
    look() {
      if (!trouble) return Promise.resolve(null)
      looking ??= tryOut()
        .catch(() => undefined)
        .then(() => {
          looking = null
          return trouble
        })
      return looking
    },
    onTrouble: (listener) => void listeners.push(listener),
  }
}
