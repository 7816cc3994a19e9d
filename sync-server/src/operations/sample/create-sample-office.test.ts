import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routeOf } from '@yejibu/shared/case/chain'
import { firstBreak } from '@yejibu/shared/kernel/fact'
import { type PlanId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { ASKS } from '@yejibu/shared/plan/plan'
import { foldReview, reviewOf } from '@yejibu/shared/review/review'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { HE_JING, LU_QINGHE, QIAN_RULAN, SHEN_ZHIYUAN, XU_MINGCHUAN, YUEZHOU } from '@yejibu/shared/testing/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeConfig } from '../../config.ts'
import { EVERYTHING } from '../../ledger/ledger.ts'
import { type Office, openOffice } from '../../office.ts'
import { readPlan } from '../../plan/plan-register.ts'
import { PATIENCE_MS } from '../testing/sample-folder.ts'
import { createSampleOffice } from './create-sample-office.ts'
import { SUBMITTED_APPLICATION } from './sample-application.ts'

let folder: string
let office: Office

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yejibu-sample-'))
  office = await openOffice(officeConfig(folder, { isSample: true }))
  await createSampleOffice(office)
}, PATIENCE_MS)

afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

async function reviewOfPerson(id: string) {
  const facts = await office.ledger.read(`archive/${id}`)
  return foldReview(facts.filter(isReviewFact))
}

describe('the sample office', () => {
  it('[OPS-5] has everyone of the cast where they belong, and an unbroken chain', async () => {
    const facts = await office.ledger.since(0, 10_000, EVERYTHING)
    expect(firstBreak(facts)).toBeNull()
    expect((await office.directory.people()).length).toBe(10)
    expect((await office.directory.employerOf(XU_MINGCHUAN.accountId))?.id).toBe('yuezhou')
    expect((await office.directory.membershipsOf(HE_JING.accountId)).map(({ role }) => role)).toEqual([
      'committee-office',
    ])
  })

  it('[OPS-5] has each archive at its point', async () => {
    const verdicts = async (id: string) => {
      const { items } = await reviewOfPerson(id)
      const reviews = Object.values(items)
      return {
        approved: reviews.filter((r) => r.approved).length,
        returned: reviews.filter((r) => r.last?.verdict === 'returned').length,
        waiting: reviews.filter((r) => r.sent && !r.rulings[r.sent.digest]).length,
      }
    }
    expect(await verdicts(SHEN_ZHIYUAN.accountId)).toEqual({ approved: 0, returned: 0, waiting: 0 })
    expect(await verdicts(LU_QINGHE.accountId)).toEqual({ approved: 8, returned: 1, waiting: 2 })
    expect(await verdicts(XU_MINGCHUAN.accountId)).toEqual({ approved: 48, returned: 0, waiting: 1 })
    expect(await verdicts(QIAN_RULAN.accountId)).toEqual({ approved: 26, returned: 0, waiting: 0 })
    expect(reviewOf(await reviewOfPerson(XU_MINGCHUAN.accountId), PROFILE_ITEM).approved?.by).toBe('zhoumin')
  })

  it('[OPS-5] has one application, submitted with everything that was approved', async () => {
    const [submitted] = await office.ledger.read(`application/${SUBMITTED_APPLICATION}`)
    expect(submitted).toMatchObject({ kind: 'application-submitted', actor: QIAN_RULAN.accountId })
    expect(submitted?.data).toMatchObject({
      submission: {
        warnings: [],
        plan: { id: 'sx-eco-2022-mid' },
        filing: { asked: ASKS, photo: { name: '证件照.jpg' } },
      },
    })
  })

  it('[OPS-5] has an application that waits at the employer, and offices for its whole way', async () => {
    const page = await office.desk.page({ org: YUEZHOU.id, tab: 'pending' }, XU_MINGCHUAN.accountId)
    expect(page).toMatchObject({ counts: { pending: 1, all: 1 }, rows: [{ name: '钱如兰', state: 'emp-pending' }] })
    const plan = await readPlan(office.ledger, 'sx-eco-2022-mid' as PlanId)
    const route = plan && routeOf(plan, 'A-MUNI', 'shaoxing', await office.publicly.register.seats(plan.id), YUEZHOU.id)
    expect(route).toMatchObject({ ok: true })
  })

  it('[OPS-6] is left as it is when it exists', async () => {
    const before = await office.ledger.head()
    await createSampleOffice(office)
    expect(await office.ledger.head()).toEqual(before)
  })

  it('[OPS-6] is finished by the next start when the first was broken off', async () => {
    const other = await openOffice(officeConfig(join(folder, 'other'), { isSample: true }))
    let left = 60
    const breaksOff: Office['perform'] = async (...asked) => {
      if (left-- === 0) throw new Error('the power went out')
      return other.perform(...asked)
    }
    await expect(createSampleOffice({ ...other, perform: breaksOff })).rejects.toThrow('the power went out')
    await createSampleOffice(other)
    expect((await other.ledger.head()).seq).toBe((await office.ledger.head()).seq)
    expect(await other.log.list()).toHaveLength((await office.log.list()).length)
    await other.close()
  })
})
