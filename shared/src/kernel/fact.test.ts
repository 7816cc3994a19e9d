import { describe, expect, it } from 'vitest'
import { ReviewHistory } from '../testing/review-history.ts'
import { type Fact, firstBreak, hashOfFact, isFactIntact, NO_PREVIOUS } from './fact.ts'

function chain(): readonly Fact[] {
  const history = new ReviewHistory('xumingchuan')
  const paper = history.revision('paper-1', 'paper', { title: '一' })
  const other = history.revision('paper-2', 'paper', { title: '二' })
  return history.send(paper).approve(paper).send(other).returned(other).facts
}

function withFact(index: number, change: (fact: Fact) => Fact): Fact[] {
  return chain().map((fact, at) => (at === index ? change(fact) : fact))
}

function rehashed(fact: Fact): Fact {
  return { ...fact, hash: hashOfFact(fact) }
}

describe('a chain of facts', () => {
  it('[KER-2] as it was written has no break, nor with facts left out that the reader may not see', () => {
    expect(chain()[0]?.prev).toBe(NO_PREVIOUS)
    expect(firstBreak(chain())).toBeNull()
    expect(firstBreak(chain().filter((_fact, at) => at !== 1))).toBeNull()
    expect(firstBreak([])).toBeNull()
  })

  it.each<[string, (fact: Fact) => Fact]>([
    ['data', (fact) => ({ ...fact, data: { ...(fact.data as object), item: 'paper-9' } })],
    ['actor', (fact) => ({ ...fact, actor: 'relay' })],
    ['kind', (fact) => ({ ...fact, kind: 'revision-approved-twice' })],
    ['time', (fact) => ({ ...fact, at: '2020-01-01T00:00:00.000Z' })],
    ['stream', (fact) => ({ ...fact, stream: 'archive/luqinghe' })],
    ['number in the stream', (fact) => ({ ...fact, n: 9 })],
    ['version', (fact) => ({ ...fact, v: 2 })],
    ['previous hash', (fact) => ({ ...fact, prev: NO_PREVIOUS })],
    ['signature', (fact) => ({ ...fact, sig: 'x', kid: 'y' })],
  ])('[KER-2] a changed %s is found', (_what, change) => {
    const changed = withFact(1, change)
    expect(changed.map(isFactIntact)).toEqual([true, false, true, true])
    expect(firstBreak(changed)).toEqual({ seq: 2, why: 'hash' })
  })

  it('[KER-2] a fact changed and hashed anew is found by the one after it', () => {
    const changed = withFact(1, (fact) => rehashed({ ...fact, actor: 'relay' }))
    expect(firstBreak(changed)).toEqual({ seq: 3, why: 'prev' })
  })

  it('[KER-2] facts in another order, or twice, are found', () => {
    const [first, second] = chain()
    if (!first || !second) throw new Error('there are four facts')
    expect(firstBreak([second, first])).toEqual({ seq: 1, why: 'order' })
    expect(firstBreak([first, first])).toEqual({ seq: 1, why: 'order' })
  })

  it('[KER-2] the order in which a fact’s properties lie does not matter', () => {
    const [fact] = chain()
    if (!fact) throw new Error('there are four facts')
    const { hash, seq, ...rest } = fact
    expect(hashOfFact({ ...rest, seq })).toBe(hash)
  })
})
