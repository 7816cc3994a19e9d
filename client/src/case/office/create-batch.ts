/**
 * 全选 → 审核推荐: one command for each row, decided by itself. A row's command keeps its id as long as the row is the same, so asking again after a lost answer,
 * or twice in a hurry, recommends nobody twice.
 */
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import { type CommandId, idFrom } from '@yejibu/shared/kernel/ids'
import { BATCH_ROWS, batchAnswerSchema, type CaseRow } from '@yejibu/shared/wire/cases'
import { type Accessor, createSignal } from 'solid-js'
import type { Api, ApiRefusal } from '../../platform/api.ts'

export type BatchKind = 'recommend-case' | 'put-on-roster' | 'submit-upward' | 'issue-mandate'

export interface BatchResult {
  readonly kind: BatchKind
  readonly row: CaseRow
  /** Null when it was done. */
  readonly refusal: ApiRefusal | null
  /** Where it came to stand, as its fact says. */
  readonly to: { readonly at: string; readonly stage: string } | null
}

export interface Batch {
  readonly isBusy: Accessor<boolean>
  readonly results: Accessor<readonly BatchResult[] | null>
  /** Resolves when every row has its answer. */
  ask(kind: BatchKind, rows: readonly CaseRow[], bodyOf: (row: CaseRow) => object): Promise<void>
  close(): void
}

export function createBatch(api: Pick<Api, 'call'>): Batch {
  const [isBusy, setBusy] = createSignal(false)
  const [results, setResults] = createSignal<readonly BatchResult[] | null>(null)
  return {
    isBusy,
    results,
    async ask(kind, rows, bodyOf) {
      setBusy(true)
      const all: BatchResult[] = []
      for (let from = 0; from < rows.length; from += BATCH_ROWS) {
        const part = rows.slice(from, from + BATCH_ROWS)
        const commands = part.map((row) => {
          const body = bodyOf(row)
          const id = idOf(kind, row, body)
          return { kind, body: { id, expected: null, application: row.application, ...body } }
        })
        const answer = await api.call('POST', '/api/commands/batch', batchAnswerSchema, { json: { commands } })
        part.forEach((row, i) => {
          const found = answer.ok ? answer.value.results[i] : undefined
          if (found?.ok) all.push({ kind, row, refusal: null, to: entryIn(found.facts) })
          else if (found) all.push({ kind, row, refusal: found.refusal, to: null })
          else all.push({ kind, row, refusal: answer.ok ? { kind: 'unexpected' } : answer.refusal, to: null })
        })
      }
      setResults(all)
      setBusy(false)
    },
    close: () => setResults(null),
  }
}

/** The same row and words are the same command; a row that has moved is another one. */
function idOf(kind: BatchKind, { application, movedAt }: CaseRow, body: object): CommandId {
  const hash = sha256Hex('yejibu/batch/v1\n', JSON.stringify([kind, application, movedAt, body]))
  return idFrom<'command'>(Uint8Array.from(hash.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))
}

function entryIn(facts: readonly { readonly data: unknown }[]): BatchResult['to'] {
  for (const { data } of facts) {
    const to = typeof data === 'object' && data !== null && 'to' in data ? data.to : null
    if (typeof to !== 'object' || to === null || !('at' in to)) continue
    return { at: String(to.at), stage: 'stage' in to ? String(to.stage) : '' }
  }
  return null
}
