import type { OrgId } from '@yejibu/shared/kernel/ids'
import { jinhuaConstruction2023Mid } from '@yejibu/shared/plan/plans/jinhua-construction-2023'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import { CaseHistory, EXPERTS } from '@yejibu/shared/testing/case-history'
import { walkTo } from '@yejibu/shared/testing/case-walk'
import { describe, expect, it } from 'vitest'
import { meetingsHeld } from './meetings-held.ts'

const NOTICE = jinhuaConstruction2023Mid({ open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' })
const PLAN = { ...NOTICE, committee: { ...NOTICE.committee, orgId: 'office-mid-meeting' as OrgId } }

function viewedAt(history: CaseHistory, stage: StageCode, comment: string): CaseHistory {
  const [expert] = EXPERTS
  if (!expert) throw new Error('there are experts')
  return walkTo(history, 'C-MID', 'meeting-pending', stage).does(expert, {
    kind: 'give-view',
    recommendation: 'strong',
    conformity: 'meets',
    comment,
  })
}

describe('the meetings of a case', () => {
  it('[CLIENT-458] what was said before the first committee stays with it when the case comes before the second', () => {
    const history = viewedAt(new CaseHistory(PLAN).submitted(), 'JR_MEETING', '县里：同意。')
    viewedAt(history, 'MID_MEETING', '市里：同意。')
    const told = meetingsHeld(history.facts).map(({ stage, said }) => [
      stage,
      said.map((one) => (one.kind === 'view-given' ? one.data.comment : one.kind)),
    ])
    expect(told).toEqual([
      ['JR_MEETING', ['县里：同意。', 'vote-recorded']],
      ['MID_MEETING', ['市里：同意。']],
    ])
  })
})
