/**
 * What is new in the ledger, whoever wrote it: this process (at once) or a command line on the same folder (within a second, while it
 * is watched). Listeners get each fact once, in order.
 */
import type { Fact } from '@yejibu/shared/kernel/fact'
import { EVERYTHING, type Ledger } from './ledger.ts'

export interface Tail {
  /** Returns the undo. */
  listen(listener: (facts: readonly Fact[]) => void): () => void
  /** Look now. Resolves when what is there has been handed out. */
  look(): Promise<void>
  /** Look twice a second from now on. */
  watch(): void
  /** Resolves when nobody is told any more. */
  close(): Promise<void>
}

const LOOK_MS = 500
const PAGE = 500

export async function openTail(ledger: Ledger, onDefect: (error: unknown) => void): Promise<Tail> {
  let { seq } = await ledger.head()
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const listeners = new Set<(facts: readonly Fact[]) => void>()

  const lookOnce = async () => {
    for (;;) {
      const facts = await ledger.since(seq, PAGE, EVERYTHING)
      const last = facts.at(-1)
      if (!last) return
      seq = last.seq
      for (const listener of [...listeners]) {
        try {
          listener(facts)
        } catch (error) {
          onDefect(error)
        }
      }
    }
  }
  const look = () => {
    looking = looking.then(lookOnce).catch(onDefect)
    return looking
  }

  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look,
    watch() {
      timer ??= setInterval(() => void look(), LOOK_MS).unref()
    },
    async close() {
      clearInterval(timer)
      listeners.clear()
      await looking
    },
  }
}
