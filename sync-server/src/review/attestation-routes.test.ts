import { createHash } from 'node:crypto'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { feedPageSchema } from '@yejibu/shared/wire/feed'
import { reviewPeopleSchema } from '@yejibu/shared/wire/review-people'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Stage } from '../testing/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

const BYTES = new TextEncoder().encode('%PDF-1.4 certificate')
const SCAN = createHash('sha256').update(BYTES).digest('hex')
const FILE = {
  sha256: SCAN,
  bytes: BYTES.length,
  type: 'application/pdf',
  kind: 'certificate',
  name: '证书.pdf',
} as const
const ATTEST = { archive: 'luqinghe', item: 'honor-1', sha256: SCAN }

const attestationsSeenBy = async (who: string) => {
  const page = feedPageSchema.parse((await (await stage.as(who)).get('/api/feed')).body)
  return page.facts.filter(({ kind }) => kind === 'evidence-attested')
}

describe('the original seen', () => {
  test('[RELAY-35] needs the bytes here; then the owner and HR read who saw it, and no other applicant does', async () => {
    await stage.sendHonor('luqinghe', 'honor-1', '先进', [FILE])
    const clerk = await stage.as('wangxiao')
    expect((await clerk.command('attest-evidence', ATTEST)).refusal).toEqual({
      kind: 'evidence-not-here',
      sha256: [SCAN],
    })
    await stage.office.evidence.put('luqinghe' as AccountId, SCAN, BYTES)
    expect((await clerk.command('attest-evidence', ATTEST)).status).toBe(200)
    for (const who of ['luqinghe', 'zhoumin']) {
      expect(await attestationsSeenBy(who), who).toMatchObject([{ actor: 'wangxiao', data: { sha256: SCAN } }])
    }
    expect(await attestationsSeenBy('xumingchuan')).toEqual([])
    const again = await (await stage.as('zhoumin')).command('attest-evidence', ATTEST)
    expect([again.status, again.refusal?.kind, again.refusal?.by]).toEqual([409, 'already-attested', 'wangxiao'])
  })

  test('[REV-13] the owner, other applicants and strangers to the employer neither attest nor take back', async () => {
    await stage.sendHonor('luqinghe', 'honor-1', '先进', [FILE])
    await stage.office.evidence.put('luqinghe' as AccountId, SCAN, BYTES)
    for (const who of ['luqinghe', 'xumingchuan', 'sunli', 'hejing', 'zhouhang']) {
      const asker = await stage.as(who)
      expect((await asker.command('attest-evidence', ATTEST)).status, who).toBe(403)
      expect((await asker.command('withdraw-attestation', { ...ATTEST, reason: '有误' })).status, who).toBe(403)
    }
  })

  test('[RELAY-32] an attestation changes no count of the queue', async () => {
    await stage.sendHonor('luqinghe', 'honor-1', '先进', [FILE])
    await stage.office.evidence.put('luqinghe' as AccountId, SCAN, BYTES)
    const hr = await stage.as('zhoumin')
    const before = (await hr.get('/api/review/queue')).body
    await hr.command('attest-evidence', ATTEST)
    expect((await hr.get('/api/review/queue')).body).toEqual(before)
  })
})

describe('names', () => {
  const peopleOf = async (who: string) => {
    const { people, colleagues } = reviewPeopleSchema.parse(
      (await (await stage.as(who)).get('/api/review/people')).body,
    )
    return { people: people.map(({ name }) => name), colleagues: colleagues.map(({ name }) => name).sort() }
  }

  test('[RELAY-36] an applicant learns who ruled on hers, HR learns her colleagues, others learn nothing', async () => {
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
    expect(await peopleOf('luqinghe')).toEqual({ people: ['陆青禾'], colleagues: [] })
    await (await stage.as('wangxiao')).command('rule-on-revision', {
      archive: 'luqinghe',
      item: 'honor-1',
      digest,
      verdict: 'approved',
      reason: null,
    })
    expect(await peopleOf('luqinghe')).toEqual({ people: ['陆青禾', '王晓'], colleagues: [] })
    expect(await peopleOf('xumingchuan')).toEqual({ people: [], colleagues: [] })
    expect(await peopleOf('zhoumin')).toEqual({ people: ['陆青禾', '王晓'], colleagues: ['周敏', '王晓'].sort() })
    expect((await stage.stranger().get('/api/review/people')).status).toBe(401)
  })
})
