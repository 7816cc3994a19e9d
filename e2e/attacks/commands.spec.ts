/** Attacks by command: what is asked of the ledger with a session of one's own (domain §2.2, §3.6, §3.7). */
import { readItems } from '@yejibu/shared/archive/archive-doc'
import { contentOf, digestOf, revisionOf } from '@yejibu/shared/archive/revision'
import { type AccountId, type ItemId, PROFILE_ITEM } from '@yejibu/shared/kernel/ids'
import { reviewOf } from '@yejibu/shared/review/review'
import { waitingItems } from '@yejibu/shared/review/standing'
import { HandMadeClient, newId } from '../stage/hand-made-client.ts'
import { honestSubmission, reviewSeenBy } from '../stage/honest-submission.ts'
import { expect, test } from '../stage/test.ts'

/** An item of 陆青禾's that waits for HR, with the digest she sent. */
async function waiting(hr: HandMadeClient) {
  const review = await reviewSeenBy(hr, 'luqinghe')
  const found = waitingItems(review).map((item) => reviewOf(review, item).sent)
  const [first, second] = found
  if (!first || !second) throw new Error('two items of 陆青禾 wait in the sample office')
  return { review, first, second }
}

const approve = { archive: 'luqinghe', verdict: 'approved', reason: null }

test.describe('rulings', () => {
  test('[REV-2] nobody but HR of the employer rules: not the owner, a colleague, a department, an office, the operator', async ({
    relay,
  }) => {
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const { first } = await waiting(hr)
    for (const who of ['luqinghe', 'xumingchuan', 'sunli', 'hejing', 'zhouhang']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      const answer = await client.command('rule-on-revision', { ...approve, item: first.item, digest: first.digest })
      expect([answer.status, answer.type, answer.refusal?.kind], who).toEqual([
        403,
        'application/problem+json',
        'not-yours',
      ])
    }
    expect((await hr.command('rule-on-revision', { ...approve, item: first.item, digest: first.digest })).status).toBe(
      200,
    )
  })

  test('[REV-3] a ruling cannot be replayed on another item, another person or another digest', async ({ relay }) => {
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const { first, second } = await waiting(hr)
    const altered = (first.digest.startsWith('0') ? '1' : '0') + first.digest.slice(1)
    const replays = [
      { archive: 'luqinghe', item: second.item, digest: first.digest },
      { archive: 'luqinghe', item: first.item, digest: altered },
      { archive: 'xumingchuan', item: first.item, digest: first.digest },
      { archive: 'xumingchuan', item: PROFILE_ITEM, digest: first.digest },
    ]
    for (const replay of replays) {
      const answer = await hr.command('rule-on-revision', { ...approve, ...replay })
      expect([answer.status, answer.refusal?.kind], JSON.stringify(replay)).toEqual([409, 'revision-moved-on'])
      expect(answer.refusal).toHaveProperty('saw', replay.digest)
    }
  })

  test('[REV-4] returning and rejecting need a reason of 2 to 500 characters (V-REASON)', async ({ relay }) => {
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const { first } = await waiting(hr)
    for (const verdict of ['returned', 'rejected']) {
      for (const reason of [null, '', ' 缺 ', '𠮷'.repeat(501)]) {
        const answer = await hr.command('rule-on-revision', {
          archive: 'luqinghe',
          item: first.item,
          digest: first.digest,
          verdict,
          reason,
        })
        expect([answer.status, answer.refusal?.kind]).toEqual([422, 'reason-required'])
      }
    }
  })

  test('[REV-5] a verdict is given once on a revision', async ({ relay }) => {
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const clerk = await HandMadeClient.signIn(relay.url, 'wangxiao')
    const { first } = await waiting(hr)
    const body = { ...approve, item: first.item, digest: first.digest }
    expect((await hr.command('rule-on-revision', body)).status).toBe(200)
    const second = await clerk.command('rule-on-revision', { ...body, verdict: 'rejected', reason: '与事实不符' })
    expect([second.status, second.refusal?.kind]).toEqual([409, 'already-ruled'])
  })

  test('[REV-9] a clerk does not revoke an approval, and the owner does not either', async ({ relay }) => {
    const lead = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const review = await reviewSeenBy(lead, 'xumingchuan')
    const approved = Object.values(review.items).find((item) => item.approved)?.approved
    if (!approved) throw new Error('许明川 has approvals')
    const body = { archive: 'xumingchuan', item: approved.item, digest: approved.digest, reason: '发现证书有误' }
    for (const who of ['wangxiao', 'xumingchuan', 'luqinghe']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      expect((await client.command('revoke-approval', body)).status, who).toBe(403)
    }
    expect((await lead.command('revoke-approval', body)).status).toBe(200)
  })
})

test.describe('sending', () => {
  test('[REV-1] content that is not its digest, and content for another person’s archive, is refused', async ({
    relay,
  }) => {
    const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
    const item = 'new-honor' as ItemId
    const content = contentOf({
      part: 'honor',
      fields: { name: '先进个人', grantor: '某市', level: 'county', grantYm: '202001' },
      evidence: [],
    })
    const salt = 'd'.repeat(64)
    const digest = digestOf(content, salt, { archive: 'luqinghe' as AccountId, item })
    const forgeries = [
      { digest, salt, content: { ...content, fields: { ...content.fields, name: '劳动模范' } } },
      { digest, salt: 'e'.repeat(64), content },
      { digest, salt, content: { ...content, fields: { ...content.fields, status: 'approved' } } },
      { digest, salt, content: { ...content, version: 2 } },
    ]
    for (const revision of forgeries) {
      const answer = await lu.command('send-revision', { archive: 'luqinghe', item, revision })
      expect([answer.status, answer.refusal?.kind]).toEqual([422, 'content-not-its-digest'])
    }
    const revision = { digest, salt, content }
    const foreign = await lu.command('send-revision', { archive: 'xumingchuan', item, revision })
    expect([foreign.status, foreign.refusal?.kind]).toEqual([403, 'not-yours'])
    const elsewhere = await lu.command('send-revision', { archive: 'luqinghe', item: 'other-honor', revision })
    expect(elsewhere.refusal?.kind).toBe('content-not-its-digest')
    expect((await lu.command('send-revision', { archive: 'luqinghe', item, revision })).status).toBe(200)
  })

  test('[RELAY-1] unknown keys and an actor of one’s own choice are refused by name', async ({ relay }) => {
    const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
    const { first } = await waiting(await HandMadeClient.signIn(relay.url, 'zhoumin'))
    const answer = await lu.command('rule-on-revision', {
      ...approve,
      item: first.item,
      digest: first.digest,
      actor: 'zhoumin',
    })
    expect([answer.status, answer.refusal?.kind]).toEqual([400, 'malformed'])
    expect(JSON.stringify(answer.refusal)).toContain('actor')
  })
})

test.describe('pulling and submitting', () => {
  test('[APP-3] a draft, a returned, a foreign and an altered digest are not pulled', async ({ relay }) => {
    const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const honest = await honestSubmission(xu, 'xumingchuan')
    const qian = await reviewSeenBy(hr, 'qianrulan')
    const foreign = Object.values(qian.items).find((i) => i.approved && i.approved.part !== 'profile')?.approved
    const own = honest.pulls[1]
    const archive = await xu.open('archive/xumingchuan')
    await archive.until(() => archive.synced)
    const review = await reviewSeenBy(xu, 'xumingchuan')
    const draft = readItems(archive.doc)
      .map((item) => ({ item: item.id, digest: revisionOf(item, 'xumingchuan' as AccountId)?.digest ?? '' }))
      .find(({ item, digest }) => !reviewOf(review, item).rulings[digest])
    if (!foreign || !own || !draft)
      throw new Error('the sample office has an approved item of 钱如兰 and a draft of 许明川')
    const altered = (own.digest.startsWith('0') ? '1' : '0') + own.digest.slice(1)
    const attempts = [
      { ...draft, note: null },
      { item: foreign.item, digest: foreign.digest, note: null },
      { item: own.item, digest: altered, note: null },
      { item: own.item, digest: foreign.digest, note: null },
    ]
    for (const attempt of attempts) {
      const pulls = [...honest.pulls.filter((p) => p.item !== attempt.item), attempt]
      const answer = await xu.command('submit-application', { ...honest, pulls })
      expect([answer.status, answer.refusal?.kind], JSON.stringify(attempt)).toEqual([409, 'pulls-refused'])
      expect(answer.refusal?.problems).toContainEqual({
        gate: 'G3',
        kind: 'pull-not-approved',
        item: attempt.item,
        digest: attempt.digest,
      })
    }
  })

  test('[APP-9] an application is submitted once: at the same instant, again, and under another name', async ({
    relay,
  }) => {
    const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
    const honest = await honestSubmission(xu, 'xumingchuan')
    const other = await honestSubmission(xu, 'xumingchuan')
    const [one, two, three] = await Promise.all([
      xu.command('submit-application', { ...honest }),
      xu.command('submit-application', { ...honest }),
      xu.command('submit-application', { ...other }),
    ])
    expect([one, two, three].filter((answer) => answer.status === 200)).toHaveLength(1)
    const kinds = [one, two, three].map((answer) => answer.refusal?.kind)
    for (const kind of kinds)
      expect([undefined, 'application-already-submitted', 'another-application']).toContain(kind)
    const facts = await xu.facts()
    expect(facts.filter((fact) => fact.kind === 'application-submitted')).toHaveLength(1)
  })

  test('[APP-9] nobody submits another person’s application', async ({ relay }) => {
    const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
    const honest = await honestSubmission(xu, 'xumingchuan')
    for (const who of ['luqinghe', 'zhoumin']) {
      const client = await HandMadeClient.signIn(relay.url, who)
      const answer = await client.command('submit-application', { ...honest })
      expect([answer.status, answer.refusal?.kind], who).toEqual([403, 'not-yours'])
    }
  })
})

test.describe('command ids', () => {
  test('[RELAY-2] the same command sent again gets the same facts and adds none', async ({ relay }) => {
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const { first } = await waiting(hr)
    const body = { ...approve, id: newId(), item: first.item, digest: first.digest }
    const one = await hr.command('rule-on-revision', body)
    const two = await hr.command('rule-on-revision', body)
    expect([one.status, two.status]).toEqual([200, 200])
    expect(two.body).toEqual(one.body)
  })

  test('[RELAY-2] an id stolen from another person, or used for another command, opens nothing', async ({ relay }) => {
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
    const { first, second } = await waiting(hr)
    const id = newId()
    expect(
      (await hr.command('rule-on-revision', { ...approve, id, item: first.item, digest: first.digest })).status,
    ).toBe(200)
    const stolen = await lu.command('rule-on-revision', { ...approve, id, item: first.item, digest: first.digest })
    expect(stolen.status).toBeGreaterThanOrEqual(400)
    expect(stolen.body).not.toHaveProperty('facts')
    const withdrawn = await lu.command('withdraw-revision', {
      id,
      archive: 'luqinghe',
      item: second.item,
      digest: second.digest,
    })
    expect([withdrawn.status, withdrawn.refusal?.kind]).toEqual([409, 'command-id-taken'])
    const other = await hr.command('rule-on-revision', { ...approve, id, item: second.item, digest: second.digest })
    expect([other.status, other.refusal?.kind]).toEqual([409, 'command-id-taken'])
  })
})

test.describe('reading', () => {
  test('[RELAY-3] the feed shows a person her own streams and HR those of her people, and nothing else', async ({
    relay,
  }) => {
    const streams = async (who: string) => {
      const client = await HandMadeClient.signIn(relay.url, who)
      return new Set(
        (await client.facts()).map((fact) => fact.stream).filter((s) => /^(archive|application)\//.test(s)),
      )
    }
    for (const stream of await streams('luqinghe'))
      expect(stream).toMatch(/^(archive\/luqinghe$|application\/luqinghe\.)/)
    expect(await streams('shenzhiyuan')).toEqual(new Set())
    expect(await streams('hejing')).toEqual(new Set())
    expect(await streams('zhoumin')).toContain('archive/luqinghe')
  })

  test('[RELAY-4] evidence is given to whoever may read its archive; to all others it does not exist', async ({
    relay,
  }) => {
    const xu = await HandMadeClient.signIn(relay.url, 'xumingchuan')
    const archive = await xu.open('archive/xumingchuan')
    await archive.until(() => archive.synced)
    const evidence = readItems(archive.doc).flatMap((item) => item.evidence)[0]
    if (!evidence) throw new Error('许明川 has evidence')
    const status = async (who: string, of: string) => {
      const client = await HandMadeClient.signIn(relay.url, who)
      return (await client.request('GET', `/api/evidence/${evidence.sha256}?archive=${of}`)).status
    }
    expect(await status('xumingchuan', 'xumingchuan')).toBe(200)
    expect(await status('wangxiao', 'xumingchuan')).toBe(200)
    expect(await status('luqinghe', 'xumingchuan')).toBe(404)
    expect(await status('luqinghe', 'luqinghe')).toBe(404)
    expect(await status('hejing', 'xumingchuan')).toBe(404)
  })

  test('[RELAY-5] a page of another site cannot use a session', async ({ relay }) => {
    const hr = await HandMadeClient.signIn(relay.url, 'zhoumin')
    const { first } = await waiting(hr)
    const response = await fetch(`${relay.url}/api/commands/rule-on-revision`, {
      method: 'POST',
      headers: { cookie: hr.cookie, origin: 'https://evil.example', 'content-type': 'application/json' },
      body: JSON.stringify({ ...approve, id: newId(), expected: null, item: first.item, digest: first.digest }),
    })
    expect(response.status).toBe(403)
  })
})
