/**
 * A sample office in which the application of 钱如兰 has passed her employer: opened, found right line by line, publicised and reported. Made through the
 * relay's own doors with its clock in the past, so the days of the notice are over when the journey begins.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Case } from '@yejibu/shared/case/case-state'
import { noticeContentOf, noticeDigest } from '@yejibu/shared/case/notice-content'
import { type AccountId, idFrom } from '@yejibu/shared/kernel/ids'
import type { AskedCaseKind } from '@yejibu/shared/wire/case-commands'
import { letClockRun } from '../../sync-server/src/case/case-clock.ts'
import { officeConfig } from '../../sync-server/src/config.ts'
import { type Office, openOffice } from '../../sync-server/src/office.ts'
import { createSampleOffice } from '../../sync-server/src/operations/sample/create-sample-office.ts'
import { SUBMITTED_APPLICATION } from '../../sync-server/src/operations/sample/sample-application.ts'

const DAY = 86_400_000
const FINE = '经逐条审查，符合申报条件，同意推荐。'

export const REPORTED = SUBMITTED_APPLICATION

/** @returns the data folder, for `startRelay` */
export async function reportedOffice(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yejibu-reported-'))
  const clock = { at: Date.now() - 40 * DAY }
  const office = await openOffice(officeConfig(folder, { isSample: true, now: () => new Date(clock.at) }))
  try {
    await createSampleOffice(office)
    const { digest, lines, content } = await filedIn(office)
    const checks = Object.keys(lines).map((line) => ({ line, verdict: 'right', remark: null }))
    await ask(office, 'zhoumin', 'open-submission', { digest })
    await ask(office, 'zhoumin', 'check-lines', { digest, checks })
    await ask(office, 'zhoumin', 'pass-eligibility', { digest, opinion: FINE })
    await ask(office, 'zhoumin', 'start-notice', { digest, content, workingDays: null, method: '单位公告栏' })
    clock.at += 25 * DAY
    await ask(office, 'zhoumin', 'close-notice', { content, result: '公示期间没有收到异议。' })
    await ask(office, 'zhoumin', 'report-application', { digest, chain: 'A-MUNI', opinion: FINE })
  } finally {
    await office.close()
  }
  return folder
}

/** The relay's clock does what is due so many days from now. The relay must be stopped. */
export async function passDays(folder: string, days: number): Promise<void> {
  const now = () => new Date(Date.now() + days * DAY)
  const office = await openOffice(officeConfig(folder, { isSample: true, now }))
  try {
    await letClockRun(office.publicly)
  } finally {
    await office.close()
  }
}

async function filedIn(office: Office) {
  const kase: Case = foldCase((await office.ledger.read(`application/${REPORTED}`)).filter(isCaseFact))
  if (!kase.filed) throw new Error('nothing was submitted')
  const { digest, lines, submission } = kase.filed
  return { digest, lines, content: noticeDigest(noticeContentOf(submission)) }
}

async function ask(office: Office, who: string, kind: AskedCaseKind, body: object): Promise<void> {
  const id = idFrom<'command'>(randomBytes(20))
  const done = await office.perform(kind, { id, expected: null, application: REPORTED, ...body }, who as AccountId)
  if (!done.ok) throw new Error(`${kind} refused: ${JSON.stringify(done.refusal)}`)
}
