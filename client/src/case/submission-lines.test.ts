/** A submission line by line: every line of the rule once, and what changed since the round before. */
import { linesOf } from '@yejibu/shared/case/lines'
import { submissionFor } from '@yejibu/shared/testing/case-history'
import { MID } from '@yejibu/shared/testing/case-rows'
import { describe, expect, it } from 'vitest'
import { linesGone, linesToRead, revisionBehind } from './submission-lines.ts'

const FIRST = submissionFor(MID)
const filing = {
  asked: ['photo', 'attachments'] as const,
  startedAt: null,
  photo: null,
  pledge: null,
  answers: {},
  score: null,
  recommenders: [],
  attachments: [{ sha256: 'a'.repeat(64), bytes: 1, type: 'application/pdf', name: 'x.pdf', slot: 'nowhere' }],
}

describe('the lines of a submission', () => {
  it('[CLIENT-301] are those of the rule, each once, what a person is first and her files last', () => {
    const whole = { ...FIRST, filing: { ...filing, asked: [...filing.asked] } }
    const lines = linesToRead(whole, null, MID)
    expect(lines.map(({ key }) => key)).toEqual(['profile', 'form', 'photo', 'pull/paper-1', 'attachments/nowhere'])
    expect([...lines.map(({ key }) => key)].sort()).toEqual(Object.keys(linesOf(whole)).sort())
    expect(lines.every(({ change }) => change === null)).toBe(true)
    expect(lines.at(-1)?.title).toEqual({ zh: 'nowhere', en: 'nowhere' })
  })

  it('[CLIENT-301] say in a further round what is new, changed, the same and no longer there', () => {
    const again = {
      ...submissionFor(MID, '曹娥江流域总磷通量估算', '改写的述职。'),
      filing: { ...filing, asked: ['photo' as const] },
    }
    const change = Object.fromEntries(linesToRead(again, linesOf(FIRST), MID).map((line) => [line.key, line.change]))
    expect(change).toMatchObject({ profile: 'same', form: 'changed', photo: 'added', 'pull/paper-1': 'same' })
    const fewer = { ...FIRST, pulls: [] }
    expect(linesGone(FIRST, fewer, MID).map(({ key }) => key)).toEqual(['pull/paper-1'])
    expect(linesGone(null, fewer, MID)).toEqual([])
  })

  it('[CLIENT-301] lead to the revision that stands behind them, and to none where there is none', () => {
    expect(revisionBehind(FIRST, 'profile')?.item).toBe('profile')
    expect(revisionBehind(FIRST, 'pull/paper-1')?.part).toBe('paper')
    expect(revisionBehind(FIRST, 'form')).toBeNull()
    expect(revisionBehind(null, 'profile')).toBeNull()
  })
})
