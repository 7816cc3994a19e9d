/** The ledger in memory, for tests of what stands on the port. It keeps no views. */
import { type Fact, NO_PREVIOUS } from '@yejibu/shared/kernel/fact'
import type { CommandId } from '@yejibu/shared/kernel/ids'
import { ok, refuse } from '@yejibu/shared/kernel/result'
import { chained } from '../../ledger/chain.ts'
import type { Answered, Ledger } from '../../ledger/ledger.ts'

export function createMemoryLedger(): Ledger {
  const chain: Fact[] = []
  const commands = new Map<CommandId, Answered>()
  const head = () => ({ seq: chain.length, hash: chain.at(-1)?.hash ?? NO_PREVIOUS })
  return {
    async append(entry) {
      if (entry.command && commands.has(entry.command.id)) return refuse({ kind: 'command-id-taken' })
      const actual = chain.filter((fact) => fact.stream === entry.stream).length
      if (actual !== entry.expected) return refuse({ kind: 'stream-moved-on', expected: entry.expected, actual })
      const facts = structuredClone(chained(entry, head(), chain.at(-1)?.at ?? null))
      chain.push(...facts)
      if (entry.command) {
        commands.set(entry.command.id, { actor: entry.actor, bodyHash: entry.command.bodyHash, facts })
      }
      return ok(facts)
    },
    async answered(id) {
      return commands.get(id) ?? null
    },
    async read(stream) {
      return chain.filter((fact) => fact.stream === stream)
    },
    async since(seq, limit, { streams, prefixes, without = [] }) {
      return chain
        .filter((f) => !without.includes(f.kind))
        .filter((f) => f.seq > seq && (streams.includes(f.stream) || prefixes.some((p) => f.stream.startsWith(p))))
        .slice(0, limit)
    },
    async at(seq) {
      return chain[seq - 1] ?? null
    },
    async head() {
      return head()
    },
  }
}
