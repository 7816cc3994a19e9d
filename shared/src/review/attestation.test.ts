import { describe, expect, it } from 'vitest'
import type { Actor } from '../account/actor.ts'
import type { Evidence } from '../archive/item.ts'
import { given } from '../testing/given.ts'
import { actorOf, HE_JING, WANG_XIAO, XU_MINGCHUAN, ZHOU_MIN } from '../testing/people.ts'
import { EMPLOYER, ReviewHistory } from '../testing/review-history.ts'
import { type AttestationCommand, attestationOf, decideAttestation } from './attestation.ts'
import { reviewOf } from './review.ts'
import type { AttestationRefusal } from './review-commands.ts'
import type { AttestationFact } from './review-facts.ts'
import { standingOf } from './standing.ts'

const SCAN = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)
const file = (sha256: string): Evidence => ({
  sha256,
  bytes: 10,
  type: 'application/pdf',
  kind: 'certificate',
  name: '证书.pdf',
})
const fresh = () => new ReviewHistory(XU_MINGCHUAN.accountId)
const award = fresh().revision('award-1', 'award', { itemName: '比武' }, [file(SCAN)])
const edited = fresh().revision('award-1', 'award', { itemName: '比武（改）' }, [file(SCAN), file(OTHER)])
const LEAD = actorOf(ZHOU_MIN)
const CLERK = actorOf(WANG_XIAO)

function asked(history: ReviewHistory, actor: Actor = CLERK, owner = XU_MINGCHUAN.accountId) {
  return given<ReviewHistory, AttestationCommand, AttestationFact, AttestationRefusal>(
    history,
    (before, command) =>
      decideAttestation(reviewOf(before.review(), award.item), command, { actor, owner, employer: EMPLOYER }),
    (actual, expected) => expect(actual).toEqual(expected),
  )
}

const attest = (sha256: string, isHere = true): AttestationCommand => ({
  kind: 'attest-evidence',
  item: award.item,
  sha256,
  isHere,
})
const takeBack = (reason = ' 原件另有不同 '): AttestationCommand => ({
  kind: 'withdraw-attestation',
  item: award.item,
  sha256: SCAN,
  reason,
})

describe('the original seen', () => {
  it('[REV-12] HR attests a file that was sent, by its hash and the kind it was sent as', () => {
    asked(fresh().send(award))
      .when(attest(SCAN))
      .gives([
        {
          kind: 'evidence-attested',
          data: { item: award.item, sha256: SCAN, evidence: 'certificate', employer: EMPLOYER },
        },
      ])
  })

  it('[REV-12] what was never shown to the employer, or is not on the relay, cannot be attested', () => {
    asked(fresh()).when(attest(SCAN)).refuses({ kind: 'evidence-not-sent' })
    asked(fresh().send(award)).when(attest(OTHER)).refuses({ kind: 'evidence-not-sent' })
    asked(fresh().send(award))
      .when(attest(SCAN, false))
      .refuses({ kind: 'evidence-not-here', sha256: [SCAN] })
  })

  it('[REV-12] the same bytes in a later revision are attested, new ones are not, and no standing changes', () => {
    const history = fresh().send(award).attest(award, SCAN).approve(award).send(edited)
    const { attested } = reviewOf(history.review(), award.item)
    expect(attestationOf(attested, SCAN)).toMatchObject({ by: 'zhoumin', employer: EMPLOYER, at: history.facts[1]?.at })
    expect(attestationOf(attested, OTHER)).toBeNull()
    const without = fresh().send(award).approve(award).send(edited)
    const kindOf = (one: ReviewHistory) => standingOf(award.digest, reviewOf(one.review(), award.item)).kind
    expect(kindOf(history)).toBe(kindOf(without))
    asked(history).when(attest(SCAN)).refuses({ kind: 'already-attested', by: ZHOU_MIN.accountId })
    asked(history)
      .when(attest(OTHER))
      .gives([
        {
          kind: 'evidence-attested',
          data: { item: award.item, sha256: OTHER, evidence: 'certificate', employer: EMPLOYER },
        },
      ])
  })

  it('[REV-12] a name that every object has is no attested file', () => {
    expect(attestationOf({}, 'constructor')).toBeNull()
  })

  it('[REV-13] only HR of the present employer attests or takes back, and nobody for herself', () => {
    const sent = fresh().send(award).attest(award, SCAN)
    for (const command of [attest(SCAN), takeBack()]) {
      asked(sent, actorOf(XU_MINGCHUAN)).when(command).refuses({ kind: 'not-yours' })
      asked(sent, actorOf(HE_JING)).when(command).refuses({ kind: 'not-yours' })
      asked(sent, LEAD, ZHOU_MIN.accountId).when(command).refuses({ kind: 'not-yours' })
    }
  })

  it('[REV-13] any of HR takes it back with a reason, naming it; then it may be given anew', () => {
    const history = fresh().send(award).attest(award, SCAN)
    const attestation = history.facts[1]?.id ?? expect.fail('it was attested')
    asked(history)
      .when(takeBack())
      .gives([
        {
          kind: 'attestation-withdrawn',
          data: { item: award.item, sha256: SCAN, attestation, employer: EMPLOYER, reason: '原件另有不同' },
        },
      ])
    asked(history).when(takeBack(' 错 ')).refuses({ kind: 'reason-required', minChars: 2 })
    const after = history.withdrawAttestation(award, SCAN)
    expect(attestationOf(reviewOf(after.review(), award.item).attested, SCAN)).toBeNull()
    asked(after).when(takeBack()).refuses({ kind: 'not-attested' })
    expect(
      decideAttestation(reviewOf(after.review(), award.item), attest(SCAN), {
        actor: CLERK,
        owner: XU_MINGCHUAN.accountId,
        employer: EMPLOYER,
      }).ok,
    ).toBe(true)
  })
})
