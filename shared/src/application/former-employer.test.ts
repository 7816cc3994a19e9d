import { expect, test } from 'vitest'
import type { OrgId } from '../kernel/ids.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { OTHER_EMPLOYER, YUEZHOU } from '../testing/people.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { pullProblems } from './pull.ts'

const OPEN = { open: '2022-09-01T00:00:00+08:00', close: '2022-09-30T00:00:00+08:00' }
const LENIENT = shaoxingEcology2022Mid(OPEN)
const STRICT = { ...LENIENT, pull: { ...LENIENT.pull, acceptsFormerEmployers: false } }

function formerProblems(plan: typeof LENIENT, present: OrgId | null) {
  const { paper, history } = readyArchive()
  const pull = { item: paper.item, digest: paper.digest, note: null }
  return pullProblems(plan, history.review(), [pull], present).filter(
    (problem) => problem.kind === 'pull-former-employer',
  )
}

test('[APP-20] an approval of a former employer counts, unless the plan says otherwise', () => {
  expect(formerProblems(LENIENT, OTHER_EMPLOYER.id)).toEqual([])
  expect(formerProblems(STRICT, YUEZHOU.id)).toEqual([])
  expect(formerProblems(STRICT, OTHER_EMPLOYER.id)).toMatchObject([{ gate: 'G3', employer: YUEZHOU.name }])
  expect(formerProblems(STRICT, null)).toHaveLength(1)
})
