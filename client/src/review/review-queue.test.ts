import 'fake-indexeddb/auto'
import { waitFor } from '@solidjs/testing-library'
import { accountIdSchema, type FactId, orgIdSchema } from '@yejibu/shared/kernel/ids'
import type { QueueEntry } from '@yejibu/shared/wire/review-queue'
import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createApi } from '../platform/api.ts'
import { openAccountDatabase } from '../platform/database.ts'
import { createReviewQueue, filterQueue } from './review-queue.ts'

const person = (account: string, name: string, waiting: number): QueueEntry => ({
  account: accountIdSchema.parse(account),
  name,
  employer: orgIdSchema.parse('yuezhou'),
  items: waiting,
  waiting,
  waitingSince: waiting > 0 ? '2022-09-01T00:00:00.000Z' : null,
  approved: 0,
  returned: 0,
  rejected: 0,
  lastRulingAt: null,
})
const PEOPLE = [person('luqinghe', '陆青禾', 2), person('shenzhiyuan', '沈知远', 0)]

describe('the queue of people', () => {
  it('[CLIENT-50] shows who waits, or everyone, found by name or account', () => {
    expect(filterQueue(PEOPLE, 'waiting', '').map(({ name }) => name)).toEqual(['陆青禾'])
    expect(filterQueue(PEOPLE, 'all', ' 知 远').map(({ name }) => name)).toEqual(['沈知远'])
    expect(filterQueue(PEOPLE, 'all', 'LUQING').map(({ name }) => name)).toEqual(['陆青禾'])
    expect(filterQueue(PEOPLE, 'waiting', '沈')).toEqual([])
  })

  it('[CLIENT-50] is asked for again when a fact has come, and is kept with its time while the relay is away', async () => {
    const database = openAccountDatabase(accountIdSchema.parse('queue-of-zhoumin'))
    let people = PEOPLE
    let isAway = false
    const api = createApi({
      fetch: async () => {
        if (isAway) throw new TypeError('no network')
        return new Response(JSON.stringify({ people }), { headers: { 'content-type': 'application/json' } })
      },
    })
    await createRoot(async (dispose) => {
      const queue = createReviewQueue({ api, database, now: () => new Date('2022-09-02T08:00:00Z') })
      await waitFor(() => expect(queue.people().map(({ waiting }) => waiting)).toEqual([2, 0]))
      people = [person('luqinghe', '陆青禾', 1)]
      await database.facts.put({
        seq: 9,
        stream: 'archive/luqinghe',
        n: 1,
        id: 'f9' as FactId,
        kind: 'revision-approved',
        v: 1,
        at: '',
        actor: 'relay',
        data: {},
        prev: '',
        hash: '',
      })
      await waitFor(() => expect(queue.people().map(({ waiting }) => waiting)).toEqual([1]))
      isAway = true
      await queue.refresh()
      expect(queue.trouble()).toEqual({ kind: 'unreachable' })
      expect(queue.people()).toHaveLength(1)
      expect(queue.at()).toBe('2022-09-02T08:00:00.000Z')
      dispose()
    })
    await database.delete()
  })
})
