/** What a falsification rests on: handed over before, kept for good, read by the offices alone. */
import { createHash } from 'node:crypto'
import type { CaseCommand } from '@yejibu/shared/case/case-commands'
import { officerAt } from '@yejibu/shared/testing/case-history'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted, CASE_APPLICATION, CaseStage, FORGED } from '../testing/case-stage.ts'

const OFFICER = officerAt('MID_OFFICE').accountId
const SHA256 = createHash('sha256').update(FORGED).digest('hex')
const FILE = `/api/evidence/${SHA256}?archive=${OFFICER}`
const WHOLE = { 'content-range': `bytes 0-${FORGED.length - 1}/${FORGED.length}` }
const AT_THE_CASE = `/api/cases/${CASE_APPLICATION}/files/${SHA256}`

let on: CaseStage
beforeEach(async () => {
  on = await CaseStage.open()
  accepted(await on.submit())
  await on.walkTo('stage-pending', 'HRSS_M')
})
afterEach(() => on.close())

const body = async () => {
  const { reason } = (await on.move('void-application')) as Extract<CaseCommand, { kind: 'void-application' }>
  return { application: CASE_APPLICATION, reason, evidence: [SHA256] }
}
const handOver = async (who: string) =>
  accepted(
    await (await on.stage.as(who)).ask('PUT', `/api/evidence/${SHA256}?archive=${who}`, {
      bytes: FORGED,
      headers: WHOLE,
    }),
  )

test('[RELAY-192] nothing is voided because of a file that is not here, or that somebody else handed over', async () => {
  const refusal = { kind: 'evidence-not-here', sha256: [SHA256] }
  expect((await on.ask(OFFICER, 'void-application', await body())).refusal).toEqual(refusal)
  await handOver('xumingchuan')
  expect((await on.ask(OFFICER, 'void-application', await body())).refusal).toEqual(refusal)
  expect((await on.kase()).state.kind).toBe('stage-pending')
  await handOver(OFFICER)
  accepted(await on.ask(OFFICER, 'void-application', await body()))
  expect((await on.kase()).state.kind).toBe('voided')
})

test('[RELAY-192] who established it cannot let go of it; before that she can', async () => {
  const officer = await on.stage.as(OFFICER)
  await handOver(OFFICER)
  expect(accepted(await officer.ask('DELETE', FILE)).body).toEqual({ isHeld: false })
  await handOver(OFFICER)
  accepted(await on.ask(OFFICER, 'void-application', await body()))
  expect(accepted(await officer.ask('DELETE', FILE)).body).toEqual({ isHeld: true })
  expect((await officer.get(FILE)).status).toBe(200)
})

test('[RELAY-192] the offices of the case read it there; its person, her employer, a stranger to it and guesses get nothing', async () => {
  await handOver(OFFICER)
  const asked = async (who: string, path = AT_THE_CASE) => (await (await on.stage.as(who)).get(path)).status
  expect(await asked(officerAt('DEPT_M').accountId)).toBe(404)
  accepted(await on.ask(OFFICER, 'void-application', await body()))
  expect(await asked(officerAt('DEPT_M').accountId)).toBe(200)
  for (const who of ['xumingchuan', 'zhoumin', 'luqinghe', officerAt('SR_OFFICE').accountId]) {
    expect(await asked(who), who).toBe(404)
    expect(await asked(who, FILE), who).toBe(404)
  }
  expect(await asked(officerAt('DEPT_M').accountId, AT_THE_CASE.replace(SHA256, '0'.repeat(64)))).toBe(404)
})
