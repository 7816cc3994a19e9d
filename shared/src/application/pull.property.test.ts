/** Nothing unapproved is ever pulled, whatever happened before and whatever is asked. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountId, ApplicationId } from '../kernel/ids.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import type { StoredReviewFact } from '../review/review-facts.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { EMPLOYER } from '../testing/review-history.ts'
import { decideSubmission } from './submission.ts'

const PLAN = shaoxingEcology2022Mid({ open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' })
const OWNER = 'xumingchuan' as AccountId
const FORM = { type: 'normal', ticks: [], category: 'monitoring', acceptancePoint: 'yuecheng', statement: '述职。' }

const step = fc.record({
  item: fc.nat(2),
  version: fc.nat(2),
  what: fc.constantFrom('send' as const, 'approve' as const, 'returned' as const, 'reject' as const, 'revoke' as const),
})
const pull = fc.record({ item: fc.nat(2), digestOf: fc.tuple(fc.nat(2), fc.nat(2)) })

/** Straight from the facts, without the code under test: the last word on this very digest of this very item is an approval. */
function isApproved(facts: readonly StoredReviewFact[], item: string, digest: string): boolean {
  const words = facts.filter(
    (f) => f.data.item === item && 'digest' in f.data && f.data.digest === digest && !f.kind.includes('-sent'),
  )
  return words.at(-1)?.kind === 'revision-approved'
}

test('[APP-3] whatever the history and the request, a submission holds only approvals in force, word for word', () => {
  let accepted = 0
  let refused = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.array(pull, { maxLength: 4 }), (steps, asked) => {
      const { history, profile, background } = readyArchive()
      const revision = (item: number, version: number) =>
        history.revision(`honor-${item}`, 'honor', { name: `荣誉${item}·${version}`, grantYm: '202001' })
      for (const { item, version, what } of steps) {
        const named = revision(item, version)
        if (what !== 'revoke' || isApproved(history.facts, named.item, named.digest)) history[what](named)
      }
      const wanted = asked.map(({ item, digestOf }) => ({
        item: revision(item, 0).item,
        digest: revision(...digestOf).digest,
        note: null,
      }))
      const base = [profile, ...background].map(({ item, digest }) => ({ item, digest, note: null }))
      const application = `${OWNER}.aaaaaaaa` as ApplicationId
      const result = decideSubmission(
        { application, plan: PLAN.id, planVersion: 1, form: FORM, pulls: [...base, ...wanted] },
        {
          actor: { accountId: OWNER, memberships: [] },
          owner: OWNER,
          employer: EMPLOYER,
          plan: PLAN,
          review: history.review(),
          submittedAt: null,
          otherApplication: null,
          now: new Date('2022-09-15T02:00:00Z'),
        },
      )
      const areAllApproved = wanted.every((p) => isApproved(history.facts, p.item, p.digest))
      const areDistinct = new Set(wanted.map((p) => p.item)).size === wanted.length
      expect(result.ok).toBe(areAllApproved && areDistinct)
      if (!result.ok) {
        refused++
        return
      }
      accepted++
      for (const copy of result.value[0].data.submission.pulls) {
        const approval = history.facts.find((f) => f.id === copy.approval)
        expect(approval?.kind).toBe('revision-approved')
        expect(approval?.data).toMatchObject({
          item: copy.item,
          digest: copy.digest,
          content: copy.content,
          salt: copy.salt,
        })
      }
    }),
    { numRuns: 500 },
  )
  expect(Math.min(accepted, refused)).toBeGreaterThan(20)
})
