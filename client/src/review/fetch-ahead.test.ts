import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { describe, expect, it } from 'vitest'
import { waitingEvidence } from './fetch-ahead.ts'

const file = (name: string) => ({
  sha256: sha256Hex(name),
  bytes: 3,
  type: 'application/pdf',
  kind: 'evidence' as const,
  name,
})

describe('what is fetched ahead', () => {
  it('[CLIENT-54] the files of what waits, each once, and nothing of what was ruled on', () => {
    const history = new ReviewHistory('xumingchuan')
    const paper = history.revision('paper-1', 'paper', { title: '一' }, [file('a'), file('b')])
    const award = history.revision('award-1', 'award', { itemName: '二' }, [file('b')])
    const patent = history.revision('patent-1', 'patent', { name: '三' }, [file('c')])
    history.send(paper).send(award).send(patent).approve(patent)
    expect(waitingEvidence(history.review())).toEqual([sha256Hex('a'), sha256Hex('b')])
  })
})
