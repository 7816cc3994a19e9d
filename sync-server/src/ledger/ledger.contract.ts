/** What every implementation of the ledger must do. */
import { firstBreak, isFactIntact, NO_PREVIOUS, type StreamName } from '@yejibu/shared/kernel/fact'
import type { AccountId, CommandId, FactId } from '@yejibu/shared/kernel/ids'
import { expect, test } from 'vitest'
import { type Append, EVERYTHING, type Ledger } from './ledger.ts'

let made = 0

function entry(
  stream: StreamName,
  expected: number,
  kinds: readonly string[],
  command: Append['command'] = null,
): Append {
  return {
    stream,
    expected,
    facts: kinds.map((kind) => ({
      kind,
      data: { text: '汉字 𠮷 \u0000', n: 1, none: null },
      id: `f${made++}` as FactId,
    })),
    actor: 'xumingchuan' as AccountId,
    at: '2022-05-10T08:00:00.000Z',
    command,
  }
}

export function ledgerContract(open: () => Ledger | Promise<Ledger>): void {
  test('[RELAY-10] an empty ledger has a head of zeros and no facts', async () => {
    const ledger = await open()
    expect(await ledger.head()).toEqual({ seq: 0, hash: NO_PREVIOUS })
    expect(await ledger.since(0, 10, EVERYTHING)).toEqual([])
    expect(await ledger.at(1)).toBeNull()
  })

  test('[RELAY-10] facts of all streams form one chain, and read back as they were hashed', async () => {
    const ledger = await open()
    await ledger.append(entry('archive/a', 0, ['one', 'two']))
    await ledger.append(entry('org/b', 0, ['three']))
    await ledger.append(entry('archive/a', 2, ['four']))
    const all = await ledger.since(0, 10, EVERYTHING)
    expect(all.map(({ seq, stream, n, kind }) => [seq, stream, n, kind])).toEqual([
      [1, 'archive/a', 1, 'one'],
      [2, 'archive/a', 2, 'two'],
      [3, 'org/b', 1, 'three'],
      [4, 'archive/a', 3, 'four'],
    ])
    expect(all.every(isFactIntact)).toBe(true)
    expect(firstBreak(all)).toBeNull()
    expect(all[0]?.prev).toBe(NO_PREVIOUS)
    expect(await ledger.head()).toEqual({ seq: 4, hash: all[3]?.hash })
    expect(await ledger.at(3)).toEqual(all[2])
    expect(await ledger.read('archive/a')).toEqual([all[0], all[1], all[3]])
  })

  test('[RELAY-397] a fact is never dated before the one before it, unless that one came from another hour', async () => {
    const ledger = await open()
    const dated = async (at: string) => {
      const { length } = await ledger.read('archive/a')
      const appended = await ledger.append({ ...entry('archive/a', length, ['one', 'two']), at })
      return appended.ok ? appended.value.map((fact) => fact.at) : []
    }
    const [ten, later, before, longBefore] = [10, 10.1, 9.9, 8.9].map((hour) =>
      new Date(Date.UTC(2022, 4, 10) + hour * 3_600_000).toISOString(),
    ) as [string, string, string, string]
    expect(await dated(ten)).toEqual([ten, ten])
    expect(await dated(before)).toEqual([ten, ten])
    expect(await dated(later)).toEqual([later, later])
    expect(await dated(longBefore)).toEqual([longBefore, longBefore])
    expect((await ledger.since(0, 10, EVERYTHING)).every(isFactIntact)).toBe(true)
  })

  test('[RELAY-11] facts decided on another version are not appended, and the sender is told both', async () => {
    const ledger = await open()
    await ledger.append(entry('archive/a', 0, ['one']))
    expect(await ledger.append(entry('archive/a', 0, ['again']))).toEqual({
      ok: false,
      refusal: { kind: 'stream-moved-on', expected: 0, actual: 1 },
    })
    expect((await ledger.append(entry('archive/a', 2, ['ahead']))).ok).toBe(false)
    expect((await ledger.head()).seq).toBe(1)
  })

  test('[RELAY-2] a command is noted with its facts, and its id cannot be used twice', async () => {
    const ledger = await open()
    const command = { id: 'c1' as CommandId, bodyHash: 'h' }
    const appended = await ledger.append(entry('archive/a', 0, ['one', 'two'], command))
    expect(await ledger.answered(command.id)).toEqual({
      actor: 'xumingchuan',
      bodyHash: 'h',
      facts: appended.ok ? appended.value : [],
    })
    expect(await ledger.append(entry('archive/z', 0, ['three'], command))).toEqual({
      ok: false,
      refusal: { kind: 'command-id-taken' },
    })
    expect(await ledger.answered('c2' as CommandId)).toBeNull()
    expect((await ledger.head()).seq).toBe(2)
  })

  test('[RELAY-11] a command whose facts were refused is not noted', async () => {
    const ledger = await open()
    const command = { id: 'c1' as CommandId, bodyHash: 'h' }
    await ledger.append(entry('archive/a', 7, ['one'], command))
    expect(await ledger.answered(command.id)).toBeNull()
  })

  test('[RELAY-3] reading on shows the streams named and those with a prefix, in order, up to the limit', async () => {
    const ledger = await open()
    for (const stream of ['archive/a', 'archive/ab', 'application/a.1', 'application/ab.1', 'org/x'] as const) {
      await ledger.append(entry(stream, 0, ['one']))
    }
    const seen = async (streams: StreamName[], prefixes: string[], after = 0, limit = 10) =>
      (await ledger.since(after, limit, { streams, prefixes })).map((fact) => fact.stream)
    expect(await seen(['archive/a'], [])).toEqual(['archive/a'])
    expect(await seen(['archive/a'], ['application/a.'])).toEqual(['archive/a', 'application/a.1'])
    expect(await seen([], [])).toEqual([])
    expect(await seen([], [''], 1, 2)).toEqual(['archive/ab', 'application/a.1'])
    expect(await seen([], ['application/%', 'application/_'])).toEqual([])
  })

  test('[RELAY-3] facts of kinds that are left out are not read, near the end of the chain and from its beginning', async () => {
    const ledger = await open()
    await ledger.append(entry('application/a.1', 0, ['one', 'hidden', 'two']))
    const visible = { streams: [], prefixes: ['application/a.'], without: ['hidden'] }
    expect((await ledger.since(0, 10, visible)).map(({ kind }) => kind)).toEqual(['one', 'two'])
    for (let i = 0; i < 1_100; i++) await ledger.append(entry('org/x', i, ['more']))
    expect((await ledger.since(0, 10, visible)).map(({ kind }) => kind)).toEqual(['one', 'two'])
  })
}
