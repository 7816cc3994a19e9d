/** What a plan asks for beside the archive, from the door: files lie with the owner's evidence, and the relay looks at their bytes itself. */
import { createHash } from 'node:crypto'
import { type Filing, NOTHING_FILED } from '@yejibu/shared/application/filing'
import { pledgeTextDigest } from '@yejibu/shared/application/pledge'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { shaoxingEcology2022Mid } from '@yejibu/shared/plan/plans/shaoxing-ecology-2022-mid'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { examineOffice } from '../operations/doctor/examine-office.ts'
import { encodeJpeg } from '../operations/sample/jpeg.ts'
import { query } from '../store/store.ts'
import { Stage } from '../testing/stage.ts'

const OWNER = 'xumingchuan' as AccountId
const PLAN = shaoxingEcology2022Mid({
  open: '2022-05-01T00:00:00+08:00',
  close: '2022-06-01T00:00:00+08:00',
  asks: ['photo', 'pledge', 'attachments'],
})
const ARCHIVE = readyArchive(OWNER)
let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
  await stage.office.performPlan(PLAN.id, { kind: 'publish-plan', plan: PLAN }, 'hejing' as AccountId)
  await stage.replay(OWNER, ARCHIVE.history.facts)
})
afterEach(() => stage.close())

/** Noise does not compress: large enough for the rule. */
function photo(width: number, height: number): Uint8Array {
  let seed = 7
  const rgb = Uint8Array.from({ length: width * height * 3 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return (seed >> 16) & 255
  })
  return encodeJpeg({ width, height, rgb })
}
const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n${text}\n%%EOF\n`)
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

async function keep(owner: AccountId, bytes: Uint8Array, type: string, name: string) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const put = await stage.office.evidence.put(owner, sha256, bytes)
  if (!put.ok) throw new Error(put.refusal.kind)
  return { sha256, bytes: bytes.length, type, name }
}

async function filing(owner: AccountId, size: readonly [number, number]): Promise<Filing> {
  const slots = ['experience', 'ce2019', 'ce2020', 'ce2021']
  return {
    ...NOTHING_FILED,
    photo: await keep(owner, photo(...size), 'image/jpeg', '证件照.jpg'),
    pledge: {
      plan: PLAN.id,
      owner: OWNER,
      textDigest: pledgeTextDigest(PLAN),
      signature: await keep(owner, png, 'image/png', '签名.png'),
      signedAt: '2022-05-09T01:00:00Z',
    },
    attachments: await Promise.all(
      slots.map(async (slot) => ({ slot, ...(await keep(owner, pdf(slot), 'application/pdf', `${slot}.pdf`)) })),
    ),
  }
}

async function submit(filed?: Filing) {
  const { profile, background, paper } = ARCHIVE
  const answer = await (await stage.as(OWNER)).command('submit-application', {
    application: 'xumingchuan.app0000001',
    plan: PLAN.id,
    planVersion: PLAN.version,
    form: { type: 'normal', ticks: [], category: 'monitoring', acceptancePoint: 'shaoxing', statement: '述职。' },
    pulls: [profile, ...background, paper].map(({ item, digest }) => ({ item, digest, note: null })),
    ...(filed ? { filing: filed } : {}),
  })
  const problems = (answer.refusal as { problems?: { code: string }[] } | undefined)?.problems ?? []
  return { status: answer.status, kind: answer.refusal?.kind, codes: problems.map((p) => p.code), body: answer.body }
}

test('[RELAY-38] what a plan asks for beside the archive is frozen with the submission', async () => {
  const filed = await filing(OWNER, [236, 331])
  const { status, body } = await submit(filed)
  expect(status).toBe(200)
  const { photo: portrait, pledge, attachments } = filed
  expect(body).toMatchObject({
    facts: [{ data: { submission: { filing: { asked: PLAN.asks, photo: portrait, pledge, attachments } } } }],
  })
})

test('[RELAY-38] without it the submission is refused, with everything that is missing', async () => {
  const { status, kind, codes } = await submit()
  expect([status, kind]).toEqual([422, 'filing-incomplete'])
  expect(codes).toEqual(['V-PHOTO-REQ', 'V-PLEDGE', 'V-FILE-REQ', 'V-FILE-REQ', 'V-FILE-REQ', 'V-FILE-REQ'])
})

test('[RELAY-38] the relay measures the photo itself', async () => {
  expect((await submit(await filing(OWNER, [215, 301]))).codes).toEqual(['V-PHOTO-PX'])
})

test('[RELAY-38] files that lie with another person, or are said to be otherwise, are not the applicant’s', async () => {
  const others = await filing('luqinghe' as AccountId, [236, 331])
  expect((await submit(others)).codes).toEqual(new Array(6).fill('V-FILE-HERE'))
  const own = await filing(OWNER, [236, 331])
  const [first, ...rest] = own.attachments
  if (!first) throw new Error('the filing has attachments')
  expect((await submit({ ...own, attachments: [{ ...first, bytes: first.bytes + 1 }, ...rest] })).codes).toEqual([
    'V-FILE-HERE',
  ])
})

test('[OPS-33] a file that only a submission relies on is missed when it is gone', async () => {
  const filed = await filing(OWNER, [236, 331])
  expect((await submit(filed)).status).toBe(200)
  const look = async () => (await examineOffice(stage.office)).findings.map(({ kind, at }) => [kind, at])
  expect(await look()).toEqual([])
  const sha256 = filed.attachments[0]?.sha256 ?? ''
  await stage.office.store.run(query('DELETE FROM evidence WHERE sha256 = ?'), sha256)
  expect(await look()).toEqual([['evidence-missing', sha256]])
})

test('[RELAY-38] what a submission names stays with it: its owner cannot let go of it, and who reads the case opens it', async () => {
  const filed = await filing(OWNER, [236, 331])
  expect((await submit(filed)).status).toBe(200)
  const owner = await stage.as(OWNER)
  const hr = await stage.as('zhoumin')
  const path = '/api/cases/xumingchuan.app0000001/files'
  for (const { sha256 } of [filed.photo, filed.pledge?.signature, ...filed.attachments].flatMap((file) => file ?? [])) {
    expect((await owner.ask('DELETE', `/api/evidence/${sha256}?archive=${OWNER}`)).body).toEqual({ isHeld: true })
    expect((await hr.get(`${path}/${sha256}`)).status).toBe(200)
    for (const who of ['luqinghe', 'sunli', 'zhouhang']) {
      expect((await (await stage.as(who)).get(`${path}/${sha256}`)).status).toBe(404)
    }
  }
  const other = await keep(OWNER, pdf('not filed'), 'application/pdf', 'other.pdf')
  expect((await hr.get(`${path}/${other.sha256}`)).status).toBe(404)
})
