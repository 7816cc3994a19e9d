/** What every store does. Each implementation's test calls this with a way to open it, with every schema step applied. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { get, query, run, type Store } from './store.ts'

export interface OpenedStore {
  readonly store: Store
  close(): Promise<void>
}

interface Attempt {
  readonly subject: string
  readonly at: number
}

const ADD = query('INSERT INTO attempt (subject, at) VALUES (?, ?)')
const ALL = query<Attempt>('SELECT subject, at FROM attempt ORDER BY at')
const NEWEST = query<{ at: number | null }>('SELECT max(at) AS at FROM attempt')
const LETTER = query('INSERT INTO authorisation (org, sha256, bytes, at) VALUES (?, ?, ?, ?)')
const LETTER_OF = query<{ bytes: Uint8Array; at: number }>('SELECT bytes, at FROM authorisation WHERE org = ?')

export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the store in ${name}`, () => {
    let opened: OpenedStore
    let store: Store
    beforeEach(async () => {
      opened = await open()
      store = opened.store
    })
    afterEach(() => opened.close())

    it('[RELAY-210] gives back what it was given: text, bytes, and the milliseconds of a date', async () => {
      const bytes = new Uint8Array([0, 1, 255, 92, 120])
      const at = Date.parse('2026-11-21T08:00:00Z')
      await store.run(LETTER, '汉字 𠮷 ? $1', 'sha', bytes, at)
      const row = await store.get(LETTER_OF, '汉字 𠮷 ? $1')
      expect([...(row?.bytes ?? [])]).toEqual([...bytes])
      expect(row?.at).toBe(at)
      expect(await store.get(LETTER_OF, 'nobody')).toBeUndefined()
      await expect(store.run(LETTER, '汉字 𠮷 ? $1', 'sha', bytes, at)).rejects.toThrow(/unique/i)
    })

    it('[RELAY-210] a transaction that fails half way leaves nothing', async () => {
      const failing = store.transaction(function* () {
        yield* run(ADD, 'a', 1)
        throw new Error('half way')
      })
      await expect(failing).rejects.toThrow('half way')
      expect(await store.all(ALL)).toEqual([])
    })

    it('[RELAY-210] transactions asked for at once never interleave', async () => {
      const count = () =>
        store.transaction(function* () {
          const newest = (yield* get(NEWEST))?.at ?? 0
          yield* run(ADD, 'a', newest + 1)
        })
      await Promise.all(Array.from({ length: 20 }, count))
      expect((await store.all(ALL)).map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    })

    it('[RELAY-212] what is asked in one’s turn reads and writes as anywhere, and its failure leaves the turn to the next', async () => {
      await expect(
        store.exclusively(async () => {
          await store.run(ADD, 'a', 1)
          await store.transaction(function* () {
            yield* run(ADD, 'a', ((yield* get(NEWEST))?.at ?? 0) + 1)
          })
          throw new Error('a defect')
        }),
      ).rejects.toThrow('a defect')
      expect(await store.exclusively(() => store.all(ALL))).toHaveLength(2)
    })
  })
}
