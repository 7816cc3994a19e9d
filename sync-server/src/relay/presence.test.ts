import { describe, expect, it } from 'vitest'
import { makePresence } from './presence.ts'

const entry = (client: number, clock: number, state = '{"name":"王晓"}') => ({ client, clock, state })

describe('who is on a document', () => {
  it('[SYNC-13] a socket speaks for the first id it announced and for no other', () => {
    const presence = makePresence<{ accountId: string }>()
    const [wang, zhou] = [{ accountId: 'wangxiao' }, { accountId: 'zhoumin' }]
    expect(presence.hear(wang, [entry(1, 1)])).toEqual([entry(1, 1)])
    expect(presence.hear(wang, [entry(2, 1)])).toEqual([])
    expect(presence.hear(zhou, [entry(1, 9), entry(2, 1)])).toEqual([entry(2, 1)])
    expect(presence.hear(zhou, [entry(1, 9, 'null')])).toEqual([])
    expect(presence.present()).toEqual([entry(1, 1), entry(2, 1)])
  })

  it('[SYNC-13] when a socket closes the others are told that its id left', () => {
    const presence = makePresence<{ accountId: string }>()
    const [wang, silent] = [{ accountId: 'wangxiao' }, { accountId: 'wangxiao' }]
    presence.hear(wang, [entry(1, 7)])
    expect(presence.leave(silent)).toEqual([])
    expect(presence.leave(wang)).toEqual([entry(1, 7, 'null')])
    expect(presence.leave(wang)).toEqual([])
    expect(presence.present()).toEqual([])
  })

  it('[SYNC-13] a device that came back takes its id over from its old connection', () => {
    const presence = makePresence<{ accountId: string }>()
    const [before, after] = [{ accountId: 'wangxiao' }, { accountId: 'wangxiao' }]
    presence.hear(before, [entry(1, 7)])
    expect(presence.hear(after, [entry(1, 7)])).toEqual([entry(1, 7)])
    expect(presence.leave(before)).toEqual([])
    expect(presence.present()).toEqual([entry(1, 7)])
    expect(presence.leave(after)).toEqual([entry(1, 7, 'null')])
  })

  it('[SYNC-13] an older state never replaces a newer one, and leaving is said once', () => {
    const presence = makePresence<{ accountId: string }>()
    const wang = { accountId: 'wangxiao' }
    presence.hear(wang, [entry(1, 7)])
    expect(presence.hear(wang, [entry(1, 6, '{"name":"旧"}')])).toEqual([])
    expect(presence.hear(wang, [entry(1, 7, 'null')])).toEqual([entry(1, 7, 'null')])
    expect(presence.leave(wang)).toEqual([])
  })
})
