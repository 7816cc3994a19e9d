import { describe, expect, it } from 'vitest'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { NO_REVIEW } from '../review/review.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { archiveGaps } from './archive-gaps.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const parts = (review: Parameters<typeof archiveGaps>[1]) => archiveGaps(PLAN, review).map(({ part }) => part)

describe('what an archive lacks for a plan', () => {
  it('[APP-27] of an empty archive: profile, the mandatory sections, the hours of each year, the assessments', () => {
    const gaps = parts(NO_REVIEW)
    expect(gaps.slice(0, 4)).toEqual(['profile', 'education', 'work', 'assessment'])
    expect(gaps.filter((part) => part === 'continuingEducation').length).toBeGreaterThanOrEqual(3)
    expect(gaps.at(-1)).toBe('assessment')
  })

  it('[APP-27] nothing, when the least that the plan asks for is approved; an approval taken back opens its gap again', () => {
    const { history, background } = readyArchive()
    expect(parts(history.review())).toEqual([])
    const hours = background.find(({ item }) => item === 'hours-s-2020')
    if (!hours) throw new Error('there are hours of 2020')
    const gaps = archiveGaps(PLAN, history.revoke(hours).review())
    expect(gaps.map((gap) => gap.kind === 'rule' && gap.problem)).toContainEqual(
      expect.objectContaining({ code: 'V-CE', year: 2020, subject: 'total', hours: '18', needed: 90 }),
    )
  })

  it('[APP-27] what was only sent counts for nothing', () => {
    const { history, background } = readyArchive()
    const other = history.revision('education-2', 'education', { school: '某校' })
    const education = background.find(({ part }) => part === 'education')
    if (!education) throw new Error('there is an education')
    expect(parts(history.revoke(education).send(other).review())).toEqual(['education'])
  })
})
