/** Whether this browser can be trusted to keep what is written: how full it is, and whether it promised to keep it. */
import { type Accessor, createSignal } from 'solid-js'

export interface StorageHealth {
  /** `full`: a write was refused for lack of room; stays until one succeeds. */
  readonly state: Accessor<'fine' | 'tight' | 'full'>
  /** A write of a few bytes was refused, or not answered, a moment ago: nothing can be called saved. */
  readonly isBroken: Accessor<boolean>
  /** Bytes; null when the browser does not say. */
  readonly usage: Accessor<{ readonly used: number; readonly quota: number } | null>
  /** True when the browser promised not to clear the data by itself; null when it does not say. */
  readonly isPersisted: Accessor<boolean | null>
  /** Ask for that promise; call it from a person's click. Some browsers always say no. */
  askToPersist(): Promise<boolean>
  /** Any error of a store: turns the state red when it says that there is no room. @returns whether it did */
  report(error: unknown): boolean
  /**
   * Tries a small write every few seconds, so that a store that stopped is known at once and not at the next edit.
   * @param write resolves when it is stored. @returns stops trying
   */
  watch(write: () => Promise<unknown>): () => void
  /** Measures again; a store that has room again is no longer `full`. */
  refresh(): Promise<void>
}

/** Milliseconds; with the answer's patience below it, a store that stopped is shown within five seconds. */
const TRY_EVERY = 2_500
const ANSWER_WITHIN = 2_000

/** Less room than this, in bytes, is worth a warning: about five scans of the largest size. */
const TIGHT_BYTES = 100 * 1024 * 1024

export function createStorageHealth(
  storage: StorageManager | undefined = globalThis.navigator?.storage,
): StorageHealth {
  const [isFull, setFull] = createSignal(false)
  const [isBroken, setBroken] = createSignal(false)
  const [usage, setUsage] = createSignal<{ readonly used: number; readonly quota: number } | null>(null)
  const [isPersisted, setPersisted] = createSignal<boolean | null>(null)
  const measure = async (): Promise<void> => {
    try {
      const { usage: used, quota } = (await storage?.estimate?.()) ?? {}
      setUsage(used === undefined || quota === undefined ? null : { used, quota })
      setPersisted((await storage?.persisted?.()) ?? null)
    } catch {
      setUsage(null)
    }
  }
  return {
    state: () => {
      if (isFull()) return 'full'
      const measured = usage()
      return measured && measured.quota - measured.used < TIGHT_BYTES ? 'tight' : 'fine'
    },
    isBroken,
    usage,
    isPersisted,
    watch(write) {
      let isTrying = false
      const attempt = async (): Promise<void> => {
        // A page that is not looked at is slowed down by the browser: silence then says nothing.
        if (isTrying || globalThis.document?.visibilityState === 'hidden') return
        isTrying = true
        const late = setTimeout(() => setBroken(true), ANSWER_WITHIN)
        try {
          await write()
          setBroken(false)
        } catch (error) {
          setBroken(true)
          if (isOutOfRoom(error)) setFull(true)
        } finally {
          clearTimeout(late)
          isTrying = false
        }
      }
      const timer = setInterval(() => void attempt(), TRY_EVERY)
      return () => clearInterval(timer)
    },
    async askToPersist() {
      const answer = (await storage?.persist?.().catch(() => false)) ?? false
      setPersisted(answer)
      return answer
    },
    report(error) {
      if (!isOutOfRoom(error)) return false
      setFull(true)
      return true
    },
    async refresh() {
      await measure()
      const measured = usage()
      if (measured && measured.quota - measured.used > TIGHT_BYTES) setFull(false)
    },
  }
}

/** Dexie and lib0 wrap the browser's error: the name may be inside. */
export function isOutOfRoom(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { name, inner, message } = error as { name?: unknown; inner?: unknown; message?: unknown }
  if (name === 'QuotaExceededError') return true
  if (typeof message === 'string' && message.includes('QuotaExceededError')) return true
  return inner !== undefined && inner !== error && isOutOfRoom(inner)
}
