/** Attacks on 委托评审: a letter of an office whose it is not, and a way to the committee without one (domain §4.5, D-ENTRUST). */
import { CHECKS } from '@yejibu/shared/case/case-rules'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { ENTRUSTED, officeWithMandate } from '../stage/reported-case.ts'
import { expect, testIn } from '../stage/test.ts'

const test = testIn(officeWithMandate)

const LETTER = {
  number: '绍市环委〔2022〕3号',
  committee: '绍兴市中评委',
  grounds: '经审查，材料齐全。',
  handler: '孙立',
  on: '2022-10-12',
}
const MET = Object.fromEntries(CHECKS.map((check) => [check, 'met']))

async function digestOf(client: HandMadeClient): Promise<string> {
  const { body } = await client.request('GET', `/api/cases/${ENTRUSTED}`)
  const [submitted] = (body as { facts: { data: { digest: string } }[] }).facts
  return submitted?.data.digest ?? ''
}

test('[RELAY-271] nobody but the department whose letter it is issues one: not the person, her employer, the HR bureau or the committee itself', async ({
  relay,
}) => {
  const department = await HandMadeClient.signIn(relay.url, 'sunli')
  const digest = await digestOf(department)
  const asked = { application: ENTRUSTED, digest, ...LETTER }
  const passed = await department.command('pass-stage', {
    application: ENTRUSTED,
    digest,
    stage: 'DEPT_M',
    checklist: MET,
    opinion: '同意。',
  })
  expect(passed.status).toBe(200)
  for (const who of ['qianrulan', 'xumingchuan', 'zhoumin', 'chenyan', 'hejing', 'zhouhang']) {
    const answer = await (await HandMadeClient.signIn(relay.url, who)).command('issue-mandate', asked)
    expect([who, answer.refusal?.kind]).toEqual([who, 'not-yours'])
  }
  expect((await department.command('issue-mandate', { ...asked, number: '' })).status).toBe(400)
  expect((await department.command('issue-mandate', asked)).status).toBe(200)
})

test('[RELAY-272] nobody is sent to the committee without the letter', async ({ relay }) => {
  for (const [who, stage] of [
    ['sunli', 'DEPT_M'],
    ['chenyan', 'HRSS_M'],
  ] as const) {
    const officer = await HandMadeClient.signIn(relay.url, who)
    const at = { application: ENTRUSTED, digest: await digestOf(officer), stage }
    const passed = await officer.command('pass-stage', { ...at, checklist: MET, opinion: '同意。' })
    expect([who, passed.status]).toEqual([who, 200])
    const sent = await officer.command('recommend-case', at)
    expect([who, sent.refusal?.kind]).toEqual([who, stage === 'DEPT_M' ? undefined : 'mandate-first'])
  }
  const committee = await HandMadeClient.signIn(relay.url, 'hejing')
  expect((await committee.request('GET', `/api/cases/${ENTRUSTED}`)).status).toBe(404)
})
