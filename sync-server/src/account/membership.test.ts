import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rebuildViews } from '../store/sql/ledger-views.ts'
import { Stage } from '../testing/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

const LETTER = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
const PARTICULARS = {
  name: '绍兴市鉴湖生态环境研究院',
  creditCode: '12330600MB12345679',
  nature: 'institution',
  region: '浙江省绍兴市越城区',
  department: '绍兴市生态环境局',
  contact: '金瑞',
  phone: '0575-88000000',
}

/** 孙立 registers an employer, 周航 approves, 孙立 binds it. */
async function boundEmployer(): Promise<OrgId> {
  const [lead, operator] = [await stage.as('sunli'), await stage.as('zhouhang')]
  const org = 'yanjiuyuan' as OrgId
  expect((await lead.command('register-employer', { org, particulars: PARTICULARS })).status).toBe(200)
  const put = await lead.ask('PUT', `/api/registrations/${org}/authorisation`, { bytes: LETTER })
  const { sha256 } = put.body as { sha256: string }
  expect((await lead.command('send-authorisation', { org, sha256 })).status).toBe(200)
  expect((await operator.command('approve-employer', { org, sha256 })).status).toBe(200)
  expect((await lead.command('bind-employer', { org })).status).toBe(200)
  return org
}

describe('employers and their people', () => {
  test('[ACC-9] the lead of a bound employer heads its HR, and the operator sees each step', async () => {
    const org = await boundEmployer()
    const lead = await stage.as('sunli')
    expect((await lead.get(`/api/orgs/${org}/members`)).status).toBe(200)
    const seen = (await (await stage.as('zhouhang')).get('/api/operator/employers')).body
    expect(seen).toMatchObject({ registrations: [{ org, stage: 'bound', lead: { name: '孙立' } }] })
  })

  test('[RELAY-51] who is taken on by another employer has left the old one, whose approvals keep its name', async () => {
    const revision = await stage.sendHonor('luqinghe', 'honor-1')
    const hr = await stage.as('zhoumin')
    const { item, digest } = { item: 'honor-1', digest: revision.digest }
    const ruling = { archive: 'luqinghe', item, digest, verdict: 'approved', reason: null }
    expect((await hr.command('rule-on-revision', ruling)).status).toBe(200)
    const org = await boundEmployer()
    const lu = await stage.as('luqinghe')
    const joining = { org, account: 'luqinghe' }
    expect((await lu.command('open-joining', joining)).status).toBe(200)
    // Nothing has moved while the new employer has not answered.
    expect((await stage.office.directory.employerOf('luqinghe' as AccountId))?.id).toBe('yuezhou')
    expect((await (await stage.as('sunli')).command('accept-joining', joining)).status).toBe(200)
    const held = await stage.office.directory.membershipsOf('luqinghe' as AccountId)
    expect(held.map((m) => [m.orgId, m.role])).toEqual([[org, 'applicant']])
    const again = { ...ruling, verdict: 'rejected', reason: '原单位不能再审' }
    expect((await hr.command('rule-on-revision', again)).refusal?.kind).toBe('not-yours')
    const facts = await stage.office.ledger.read('archive/luqinghe')
    expect(facts.find((fact) => fact.kind === 'revision-approved')?.data).toMatchObject({
      employer: { id: 'yuezhou', name: '绍兴市越州生态环境监测中心' },
    })
  })

  test('[RELAY-12] the views of registrations and joinings are the same when filled again from the facts', async () => {
    const org = await boundEmployer()
    const lead = await stage.as('sunli')
    for (const account of ['luqinghe', 'shenzhiyuan', 'qianrulan']) {
      await (await stage.as(account)).command('open-joining', { org, account })
    }
    await lead.command('accept-joining', { org, account: 'luqinghe' })
    await lead.command('close-joining', { org, account: 'shenzhiyuan', reason: '请先办理调入手续' })
    const views = async () => ({
      registrations: await stage.office.membership.registrations(),
      joinings: await stage.office.membership.joiningsIn(org),
    })
    const before = await views()
    expect(before.joinings).toMatchObject([
      { account: 'qianrulan', declined: null },
      { account: 'shenzhiyuan', declined: '请先办理调入手续' },
    ])
    await stage.office.store.transaction(rebuildViews)
    expect(await views()).toEqual(before)
  })

  test('[RELAY-2] a command of membership sent again adds nothing', async () => {
    const lu = await stage.as('luqinghe')
    const org = await boundEmployer()
    const body = { id: 'join-1', expected: null, org, account: 'luqinghe' }
    const one = await lu.post('/api/commands/open-joining', body)
    expect(await lu.post('/api/commands/open-joining', body)).toMatchObject({ status: 200, body: one.body })
    expect((await lu.post('/api/commands/close-joining', { ...body, reason: null })).refusal?.kind).toBe(
      'command-id-taken',
    )
  })
})

describe('the operator', () => {
  test('[RELAY-53] issues an account whose password works, resets it, and ends what was open', async () => {
    const operator = await stage.as('zhouhang')
    const issued = await operator.post('/api/operator/accounts', { username: 'chenyi', name: '陈一' })
    const { account, password } = issued.body as { account: string; password: string }
    const visitor = stage.stranger()
    expect((await visitor.post('/api/session', { username: 'chenyi', password })).status).toBe(200)
    const reset = await operator.post(`/api/operator/accounts/${account}/password`, {})
    expect((await visitor.get('/api/session')).status).toBe(401)
    const next = (reset.body as { password: string }).password
    expect(next).not.toBe(password)
    expect((await visitor.post('/api/session', { username: 'chenyi', password })).status).toBe(401)
    expect((await visitor.post('/api/session', { username: 'chenyi', password: next })).status).toBe(200)
    expect((await operator.post(`/api/operator/accounts/${account}/revoke`, { reason: '离职' })).status).toBe(204)
    expect((await visitor.get('/api/session')).status).toBe(401)
    // No secret is in the ledger.
    const facts = await stage.office.ledger.read(`account/${account as AccountId}`)
    expect(JSON.stringify(facts)).not.toContain(next)
  })

  test('[RELAY-53] does not reset or revoke her own access by the list', async () => {
    const operator = await stage.as('zhouhang')
    expect((await operator.post('/api/operator/accounts/zhouhang/password', {})).status).toBe(404)
    expect((await operator.post('/api/operator/accounts/zhouhang/revoke', { reason: '试试' })).status).toBe(404)
  })
})

describe('an account of one’s own', () => {
  test('[RELAY-54] is opened and signed in, with the rules of names and passwords', async () => {
    const visitor = stage.stranger()
    const body = { username: 'suhe', name: '苏荷', password: 'suhe-de-mima' }
    expect((await visitor.post('/api/accounts', { ...body, password: 'short' })).refusal?.kind).toBe('weak-password')
    expect((await visitor.post('/api/accounts', { ...body, username: 'luqinghe' })).refusal?.kind).toBe(
      'username-taken',
    )
    expect((await visitor.post('/api/accounts', body)).body).toMatchObject({ memberships: [] })
    expect((await visitor.get('/api/membership')).body).toEqual({ employer: null, joinings: [], registrations: [] })
  })
})
