import type { Item } from '@yejibu/shared/archive/item'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { describe, expect, it } from 'vitest'
import { planSending } from './send-plan.ts'
import { STANDING_KINDS, type StandingKind } from './standing-badge.tsx'

const item = (id: string): Item => ({
  id: id as ItemId,
  part: 'paper',
  fields: {},
  evidence: [],
  salt: '',
  otherVersions: [],
  order: id,
})
const fine = { isPrivate: () => false, errors: () => 0, hasDigest: () => true, isUnderWay: () => false }
const kindOf = (id: ItemId): StandingKind => STANDING_KINDS.find((kind) => kind === id) ?? 'draft'

describe('sending all', () => {
  it('[CLIENT-35] takes what nobody was asked about, and leaves out what came back unchanged', () => {
    const plan = planSending(STANDING_KINDS.map(item), { ...fine, standing: (id) => ({ kind: kindOf(id) }) })
    expect(plan.ready.map(({ id }) => id)).toEqual(['draft', 'edited-after-approval', 'edited-while-waiting'])
    expect(plan.leftOut.map((left) => [left.item.id, left.reason.why])).toEqual([
      ['returned', 'not-changed'],
      ['rejected', 'not-changed'],
    ])
  })

  it('[CLIENT-35] says how much is missing, that a salt is lost, does not ask twice for what is on its way, and leaves what is private', () => {
    const drafts = ['faulty', 'broken', 'going', 'good'].map(item)
    const plan = planSending([...drafts, item('own')], {
      isPrivate: (id) => id === 'own',
      standing: () => ({ kind: 'draft' }),
      errors: (id) => (id === 'faulty' ? 3 : 0),
      hasDigest: ({ id }) => id !== 'broken',
      isUnderWay: (id) => id === 'going',
    })
    expect(plan.ready.map(({ id }) => id)).toEqual(['good'])
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual([
      { why: 'problems', n: 3 },
      { why: 'salt-lost' },
      { why: 'private' },
    ])
  })
})
