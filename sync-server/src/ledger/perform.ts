/**
 * How a command becomes facts: read the stream, decide, append at the version that was decided on, answer after the commit.
 *
 * Always true: one command is decided at a time in all relays on the same tables, so what a rule reads beside the stream (memberships, another application,
 * the archive document) does not change under it; a command sent again is answered from the ledger, never decided twice.
 */
import { canonicalJson, sha256Hex } from '@yejibu/shared/kernel/canonical'
import type { Fact, NewFact, StreamName } from '@yejibu/shared/kernel/fact'
import { type CommandId, idFrom } from '@yejibu/shared/kernel/ids'
import { ok, type Result, refuse } from '@yejibu/shared/kernel/result'
import type { Refusal } from '@yejibu/shared/wire/problem'
import type { AppendRefusal, AskedCommand, FactActor, Ledger } from './ledger.ts'

export interface Asked<R extends Refusal> {
  readonly stream: StreamName
  readonly actor: FactActor
  readonly command: AskedCommand | null
  /** The version its sender had seen; null when any will do. */
  readonly expected: number | null
  /** May she ask this at all? Answered before anything about the stream is told. */
  mayAsk?(): Promise<Result<true, R>>
  decide(facts: readonly Fact[]): Promise<Result<readonly NewFact[], R>>
}

export type Perform = <R extends Refusal>(asked: Asked<R>) => Promise<Result<readonly Fact[], R | AppendRefusal>>

export interface PerformParts {
  readonly ledger: Ledger
  /** Keeps other relays from deciding meanwhile (`Store.exclusively`). */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  now(): Date
  randomBytes(count: number): Uint8Array
  /** Brings what rules read beside the stream up to what other relays have written. */
  beforeDeciding?(stream: StreamName): Promise<void>
  /** Called after each commit. */
  onAppended(facts: readonly Fact[]): void
}

/** A command line working on the same folder may append in between; then the rule is asked again. */
const ATTEMPTS = 5

export function createPerform(parts: PerformParts): Perform {
  let queue: Promise<unknown> = Promise.resolve()
  return <R extends Refusal>(asked: Asked<R>) => {
    const mine = queue.then(() => parts.exclusively(() => performNow(parts, asked)))
    // A defect in one command must not stop the next.
    queue = mine.catch(() => undefined)
    return mine
  }
}

export function askedCommand(id: CommandId, kind: string, body: unknown): AskedCommand {
  return { id, bodyHash: sha256Hex(canonicalJson({ kind, body })) }
}

async function performNow<R extends Refusal>(
  parts: PerformParts,
  asked: Asked<R>,
): Promise<Result<readonly Fact[], R | AppendRefusal>> {
  const { ledger } = parts
  const { command, actor, stream } = asked
  const answered = command ? await ledger.answered(command.id) : null
  if (command && answered) {
    const isSame = answered.actor === actor && answered.bodyHash === command.bodyHash
    return isSame ? ok(answered.facts) : refuse({ kind: 'command-id-taken' })
  }
  const may = await asked.mayAsk?.()
  if (may?.ok === false) return may
  await parts.beforeDeciding?.(stream)
  for (let attempt = 1; ; attempt++) {
    const facts = await ledger.read(stream)
    if (asked.expected !== null && asked.expected !== facts.length) {
      return refuse({ kind: 'stream-moved-on', expected: asked.expected, actual: facts.length })
    }
    const decided = await asked.decide(facts)
    if (!decided.ok) return decided
    const appended = await ledger.append({
      stream,
      expected: facts.length,
      facts: decided.value.map((fact) => ({ ...fact, id: idFrom(parts.randomBytes(20)) })),
      actor,
      at: parts.now().toISOString(),
      command,
    })
    if (appended.ok) {
      parts.onAppended(appended.value)
      return appended
    }
    if (appended.refusal.kind === 'command-id-taken' || attempt === ATTEMPTS) return appended
  }
}
