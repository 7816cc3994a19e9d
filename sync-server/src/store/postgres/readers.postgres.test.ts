import type { AccountId, ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import { expect, it } from 'vitest'
import { postgresForTests } from '../../testing/servers/store-for-tests.ts'
import { openDirectory } from '../sql/account-directory.ts'
import { openCaseRegister, openSubmissions } from '../sql/case-queries.ts'
import { openFormBatches } from '../sql/form-batch-store.ts'
import { openFormRegister } from '../sql/form-queries.ts'
import { openReviewQueue } from '../sql/ledger-queries.ts'
import { openPostgresStore } from './postgres-store.ts'

it('[RELAY-210] lists that no other test here asks for are understood, and empty where nothing is', async () => {
  const store = await openPostgresStore({ address: await postgresForTests(), migrateAt: 0, onLost: () => {} })
  try {
    const [account, org, plan, application] = ['a', 'o', 'p', 'a.1'] as [AccountId, OrgId, PlanId, ApplicationId]
    const queue = openReviewQueue(store)
    expect(await queue.of([org], account)).toEqual([])
    expect(await queue.actedIn([account])).toEqual([])
    const register = openCaseRegister(store)
    expect(await register.unheardSince('2026-01-01')).toEqual([])
    expect(await register.withMoneyUnder(plan)).toEqual([])
    expect(await register.inStates(['emp-pending'])).toEqual([])
    expect(await register.applicationOfOrder('none')).toBeNull()
    const submissions = openSubmissions(store)
    expect(await submissions.bansOn(account)).toEqual([])
    expect(await submissions.otherOf(account, plan, application)).toBeNull()
    expect(await openFormRegister(store).underPlan(plan, org)).toEqual([])
    expect(await openDirectory(store).peopleOf([org])).toEqual([])
    const batches = openFormBatches(store)
    const batch = {
      ...{ id: 'b1', account, org, plan, origin: 'https://office.example', printedOn: '2026-11-21' },
      ...{ applications: [application], state: 'running' as const, done: 0, bytes: null, askedAt: 1 },
      ...{ sha256: null, people: null, shared: 'no' as const },
    }
    await batches.add(batch)
    await batches.progress('b1', 1)
    expect(await batches.running()).toEqual([{ ...batch, done: 1 }])
    const archive = { bytes: 7, sha256: 'a'.repeat(64), people: [application] }
    const finished = { ...batch, ...archive, done: 1, state: 'ready' }
    expect([await batches.finish('b1', archive), await batches.finish('b1', archive)]).toEqual([true, false])
    expect(await batches.ofOrgs([org])).toEqual([finished])
    expect(await batches.askedBefore(2)).toEqual([finished])
    expect(await batches.unshared()).toEqual([finished])
    await batches.noteShared('b1', 'there')
    expect(await batches.unshared()).toEqual([])
    await batches.fail('b1')
    await batches.cancel('b1')
    expect(await batches.leftShared()).toMatchObject([{ state: 'cancelled', shared: 'there', bytes: null }])
    await batches.add({ ...batch, id: 'b2' })
    await batches.fail('b2')
    expect(await batches.byId('b2')).toMatchObject({ state: 'failed' })
  } finally {
    await store.close()
  }
})
