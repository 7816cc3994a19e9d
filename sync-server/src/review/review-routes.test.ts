import { createHash } from 'node:crypto'
import type { AccountId, ItemId, OrgId } from '@yejibu/shared/kernel/ids'
import { assign } from '@yejibu/shared/review/desk-doc'
import { reviewQueueSchema } from '@yejibu/shared/wire/review-queue'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Stage } from '../testing/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await Stage.withCast()
})
afterEach(() => stage.close())

const approve = (archive: string, item: string, digest: string) => ({
  archive,
  item,
  digest,
  verdict: 'approved',
  reason: null,
})

describe('ruling', () => {
  test('[RELAY-30] HR approves what was sent; the fact names the content, the person and the employer', async () => {
    const revision = await stage.sendHonor('luqinghe', 'honor-1')
    const answer = await (await stage.as('wangxiao')).command(
      'rule-on-revision',
      approve('luqinghe', 'honor-1', revision.digest),
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      facts: [
        {
          kind: 'revision-approved',
          actor: 'wangxiao',
          stream: 'archive/luqinghe',
          data: {
            digest: revision.digest,
            content: revision.content,
            employer: { id: 'yuezhou', name: '绍兴市越州生态环境监测中心' },
          },
        },
      ],
    })
  })

  test('[RELAY-30] HR approves what she sees in the archive, though an older revision was sent', async () => {
    await stage.sendHonor('luqinghe', 'honor-1', '旧的')
    const current = await stage.writeHonor('luqinghe', 'honor-2', '从未送审')
    const hr = await stage.as('zhoumin')
    const unsent = await hr.command('rule-on-revision', approve('luqinghe', 'honor-2', current.digest))
    expect(unsent.refusal).toEqual({ kind: 'not-sent' })
    const invented = await hr.command('rule-on-revision', approve('luqinghe', 'honor-2', 'f'.repeat(64)))
    expect(invented.refusal).toEqual({
      kind: 'revision-moved-on',
      saw: 'f'.repeat(64),
      current: current.digest,
      sent: [],
    })
  })

  test('[RELAY-30] nobody else rules, and is told nothing of the stream, not even its version', async () => {
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
    await stage.office.performOrg(
      { kind: 'add-member', data: { org: 'jianhu' as OrgId, account: 'zhouhang' as AccountId, role: 'hr-lead' } },
      'relay',
    )
    for (const who of ['luqinghe', 'xumingchuan', 'sunli', 'hejing', 'zhouhang']) {
      for (const [archive, expected] of [
        ['luqinghe', null],
        ['luqinghe', 999],
        ['no-such-person', 3],
      ] as const) {
        const body = { ...approve(archive, 'honor-1', digest), expected }
        const answer = await (await stage.as(who)).command('rule-on-revision', body)
        expect([answer.status, answer.refusal], who).toEqual([403, { kind: 'not-yours' }])
      }
    }
  })

  test('[RELAY-30] HR does not rule on her own archive, the clerk does', async () => {
    const { digest } = await stage.sendHonor('zhoumin', 'honor-1')
    const body = approve('zhoumin', 'honor-1', digest)
    expect((await (await stage.as('zhoumin')).command('rule-on-revision', body)).refusal?.kind).toBe('not-yours')
    expect((await (await stage.as('wangxiao')).command('rule-on-revision', body)).status).toBe(200)
  })

  test('[RELAY-30] HR who left the employer rules no more, in an open session too', async () => {
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
    const clerk = await stage.as('wangxiao')
    const data = { org: 'yuezhou' as OrgId, account: 'wangxiao' as AccountId, role: 'hr-clerk' as const }
    await stage.office.performOrg({ kind: 'remove-member', data }, 'relay')
    expect((await clerk.command('rule-on-revision', approve('luqinghe', 'honor-1', digest))).refusal?.kind).toBe(
      'not-yours',
    )
  })

  test('[RELAY-11] a ruling on another version of the stream than was seen is told both', async () => {
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
    const hr = await stage.as('zhoumin')
    const answer = await hr.command('rule-on-revision', { ...approve('luqinghe', 'honor-1', digest), expected: 7 })
    expect([answer.status, answer.refusal]).toEqual([409, { kind: 'stream-moved-on', expected: 7, actual: 1 }])
  })

  test('[RELAY-31] approving waits for the evidence, held for that very archive', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4 certificate')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const evidence = {
      sha256,
      bytes: bytes.length,
      type: 'application/pdf',
      kind: 'certificate',
      name: '证书.pdf',
    } as const
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1', '先进', [evidence])
    const hr = await stage.as('zhoumin')
    const ask = () => hr.command('rule-on-revision', approve('luqinghe', 'honor-1', digest))
    expect((await ask()).refusal).toEqual({ kind: 'evidence-not-here', sha256: [sha256] })
    await stage.office.evidence.put('xumingchuan' as AccountId, sha256, bytes)
    expect((await ask()).refusal?.kind).toBe('evidence-not-here')
    await stage.office.evidence.put('luqinghe' as AccountId, sha256, bytes)
    expect((await ask()).status).toBe(200)
  })
})

describe('commands', () => {
  test('[RELAY-2] sent again gets the same answer after the world has moved on, and another’s id opens nothing', async () => {
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
    const hr = await stage.as('zhoumin')
    const body = { ...approve('luqinghe', 'honor-1', digest), id: 'the-same-command', expected: 1 }
    const one = await hr.command('rule-on-revision', body)
    const again = await hr.command('rule-on-revision', body)
    expect([one.status, again.body]).toEqual([200, one.body])
    expect((await stage.office.ledger.read('archive/luqinghe')).length).toBe(2)
    const thief = await (await stage.as('wangxiao')).command('rule-on-revision', body)
    expect([thief.status, thief.body]).toEqual([409, expect.not.objectContaining({ facts: expect.anything() })])
    expect(thief.refusal).toEqual({ kind: 'command-id-taken' })
    const changed = await hr.command('rule-on-revision', { ...body, reason: '补充' })
    expect(changed.refusal).toEqual({ kind: 'command-id-taken' })
  })

  test('[RELAY-2] a refused command may be sent again with the same id once it can be accepted', async () => {
    const revision = await stage.writeHonor('luqinghe', 'honor-1', '先进')
    const hr = await stage.as('zhoumin')
    const body = { ...approve('luqinghe', 'honor-1', revision.digest), id: 'patient-command' }
    expect((await hr.command('rule-on-revision', body)).refusal?.kind).toBe('not-sent')
    await (await stage.as('luqinghe')).command('send-revision', { archive: 'luqinghe', item: 'honor-1', revision })
    expect((await hr.command('rule-on-revision', body)).status).toBe(200)
  })

  test('[RELAY-2] many at once lead to one ruling', async () => {
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
    const [hr, clerk] = [await stage.as('zhoumin'), await stage.as('wangxiao')]
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        (i % 2 ? hr : clerk).command('rule-on-revision', approve('luqinghe', 'honor-1', digest)),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(new Set(answers.flatMap((answer) => answer.refusal?.kind ?? []))).toEqual(new Set(['already-ruled']))
    expect((await stage.office.ledger.read('archive/luqinghe')).length).toBe(2)
  })

  test('[RELAY-1] unknown kinds do not exist and unknown keys are named', async () => {
    const lu = await stage.as('luqinghe')
    expect((await lu.command('approve-everything', {})).refusal).toEqual({ kind: 'not-found' })
    expect((await lu.command('__proto__', {})).refusal).toEqual({ kind: 'not-found' })
    const answer = await lu.command('withdraw-revision', {
      archive: 'luqinghe',
      item: 'x!',
      digest: 'short',
      actor: 'zhoumin',
    })
    expect(answer.status).toBe(400)
    expect(answer.refusal?.at).toEqual(
      expect.arrayContaining([
        { path: 'actor', rule: 'unknown-key' },
        { path: 'item', rule: 'invalid_format' },
        { path: 'digest', rule: 'invalid_format' },
      ]),
    )
    const form = await lu.ask('POST', '/api/commands/withdraw-revision', { headers: { 'content-type': 'text/plain' } })
    expect(form.refusal?.kind).toBe('malformed')
  })
})

test('[REV-45] HR points at fields of what she returns: the fact has them, and a field that is not there is named', async () => {
  const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
  const hr = await stage.as('zhoumin')
  const asked = { ...approve('luqinghe', 'honor-1', digest), verdict: 'returned', reason: '与原件不符' }
  const refused = await hr.command('rule-on-revision', { ...asked, fields: ['name', 'salary'] })
  expect([refused.status, refused.refusal]).toEqual([422, { kind: 'field-not-there', fields: ['salary'] }])
  const answer = await hr.command('rule-on-revision', { ...asked, fields: ['evidence', 'name'] })
  expect(answer.body).toMatchObject({
    facts: [{ kind: 'revision-returned', data: { reason: '与原件不符', fields: ['name', 'evidence'] } }],
  })
})

describe('the review queue', () => {
  test('[RELAY-32] counts the people of the asker’s employer, herself left out, who waits longest first', async () => {
    await stage.sendHonor('xumingchuan', 'honor-1')
    stage.pass(60_000)
    const { digest } = await stage.sendHonor('luqinghe', 'honor-1')
    await stage.sendHonor('luqinghe', 'honor-2')
    const hr = await stage.as('zhoumin')
    await hr.command('rule-on-revision', {
      ...approve('luqinghe', 'honor-1', digest),
      verdict: 'returned',
      reason: '扫描件不清晰',
    })
    const { people } = reviewQueueSchema.parse((await hr.get('/api/review/queue')).body)
    expect(people.map((p) => [p.account, p.waiting, p.returned])).toEqual([
      ['xumingchuan', 1, 0],
      ['luqinghe', 1, 1],
      ['qianrulan', 0, 0],
      ['shenzhiyuan', 0, 0],
      ['wangxiao', 0, 0],
    ])
    expect(people[0]?.waitingSince).toBe('2022-05-10T08:00:00.000Z')
    expect((await (await stage.as('luqinghe')).get('/api/review/queue')).body).toEqual({ people: [] })
    expect((await (await stage.as('hejing')).get('/api/review/queue')).body).toEqual({ people: [] })
  })

  test('[RELAY-70] tells HR who was named to review whom, and nobody about the desk on her own archive', async () => {
    const lay = async (owner: string, to: string, item: string | null) => {
      const doc = new Y.Doc()
      const who = { to: to as AccountId, name: to, by: 'zhoumin' as AccountId, at: '2022-05-10T08:00:00.000Z' }
      assign(doc, who, item as ItemId | null)
      await stage.office.log.append([
        { document: `desk/${owner}.yuezhou`, updates: [Y.encodeStateAsUpdate(doc)] },
        { document: `desk/${owner}.elsewhere`, updates: [Y.encodeStateAsUpdate(doc)] },
      ])
    }
    await lay('luqinghe', 'zhoumin', null)
    await lay('xumingchuan', 'wangxiao', 'honor-1')
    await lay('wangxiao', 'zhoumin', null)
    const told = async (who: string) => (await (await stage.as(who)).get('/api/review/assignments')).body
    const [lu, xu] = [
      { account: 'luqinghe', name: 'zhoumin', to: ['zhoumin'] },
      { account: 'xumingchuan', name: null, to: ['wangxiao'] },
    ]
    expect(await told('wangxiao')).toEqual({ archives: [lu, xu] })
    expect(await told('zhoumin')).toEqual({
      archives: [lu, { account: 'wangxiao', name: 'zhoumin', to: ['zhoumin'] }, xu],
    })
    expect(await told('luqinghe')).toEqual({ archives: [] })
    expect(await told('hejing')).toEqual({ archives: [] })
  })
})
