/**
 * Random interleavings: three devices of one owner and a reviewer, who write, undo, send, rule, go offline, close their pages and come back in any
 * order. `play` runs a script, lets everybody meet in the end, and tells in sentences what is not as it should be.
 *
 * Always true: a script is plain data, so that a failing one can be shrunk, read and kept as a case.
 */
import fc from 'fast-check'
import * as layout from '../archive/archive-doc.ts'
import { revisionOf } from '../archive/revision.ts'
import { sha256Hex } from '../kernel/canonical.ts'
import { type ItemId, PROFILE_ITEM } from '../kernel/ids.ts'
import { foldReview, reviewOf } from '../review/review.ts'
import { problemsIn } from './interleavings-outcome.ts'
import { Place } from './interleavings-place.ts'
import { OWNER, RelayInMemory } from './interleavings-relay.ts'
import { Account, idsIn } from './interleavings-traces.ts'

/** Numbers are taken modulo what there is: a device, an entry, a field. */
export type Step =
  | { readonly kind: 'write' | 'empty'; readonly at: number; readonly item: number; readonly field: number }
  | { readonly kind: 'type' | 'erase'; readonly at: number; readonly item: number; readonly place: number }
  | { readonly kind: 'add' | 'undo' | 'redo' | 'pause'; readonly at: number }
  | { readonly kind: 'delete' | 'restore' | 'attach' | 'send' | 'withdraw'; readonly at: number; readonly item: number }
  | {
      readonly kind: 'detach' | 'take-back' | 'dismiss'
      readonly at: number
      readonly item: number
      readonly which: number
    }
  | { readonly kind: 'rule'; readonly item: number; readonly verdict: number; readonly isOnSent: boolean }
  | { readonly kind: 'revoke'; readonly item: number }
  | { readonly kind: 'go-offline' | 'come-online' | 'save'; readonly who: number }
  | { readonly kind: 'reload'; readonly who: number; readonly kept: number }
  | {
      readonly kind: 'meet'
      readonly who: number
      readonly isSending: boolean
      readonly isReceiving: boolean
      readonly isAnswerLost: boolean
    }
  | { readonly kind: 'compact' }

export interface Script {
  /** Client ids follow from it: which of two concurrent writes Yjs keeps goes by them. */
  readonly ids: number
  readonly undoesByPauses: boolean
  readonly steps: readonly Step[]
}

const device = fc.nat(2)
const anyone = fc.nat(3)
const some = fc.nat(5)
const kind = <Kind extends string>(name: Kind) => ({ kind: fc.constant(name) })
const mostly = fc.integer({ min: 0, max: 9 }).map((n) => n > 1)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ ...kind('write'), at: device, item: some, field: some }) },
  { weight: 1, arbitrary: fc.record({ ...kind('empty'), at: device, item: some, field: some }) },
  { weight: 4, arbitrary: fc.record({ ...kind('type'), at: device, item: some, place: some }) },
  { weight: 2, arbitrary: fc.record({ ...kind('erase'), at: device, item: some, place: some }) },
  { weight: 2, arbitrary: fc.record({ ...kind('add'), at: device }) },
  { weight: 5, arbitrary: fc.record({ ...kind('undo'), at: device }) },
  { weight: 3, arbitrary: fc.record({ ...kind('redo'), at: device }) },
  { weight: 1, arbitrary: fc.record({ ...kind('pause'), at: device }) },
  { weight: 2, arbitrary: fc.record({ ...kind('delete'), at: device, item: some }) },
  { weight: 2, arbitrary: fc.record({ ...kind('restore'), at: device, item: some }) },
  { weight: 2, arbitrary: fc.record({ ...kind('attach'), at: device, item: some }) },
  { weight: 1, arbitrary: fc.record({ ...kind('detach'), at: device, item: some, which: some }) },
  { weight: 1, arbitrary: fc.record({ ...kind('take-back'), at: device, item: some, which: some }) },
  { weight: 1, arbitrary: fc.record({ ...kind('dismiss'), at: device, item: some, which: some }) },
  { weight: 4, arbitrary: fc.record({ ...kind('send'), at: device, item: some }) },
  { weight: 1, arbitrary: fc.record({ ...kind('withdraw'), at: device, item: some }) },
  { weight: 4, arbitrary: fc.record({ ...kind('rule'), item: some, verdict: fc.nat(3), isOnSent: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...kind('revoke'), item: some }) },
  { weight: 2, arbitrary: fc.record({ ...kind('go-offline'), who: anyone }) },
  { weight: 3, arbitrary: fc.record({ ...kind('come-online'), who: anyone }) },
  { weight: 2, arbitrary: fc.record({ ...kind('save'), who: anyone }) },
  { weight: 2, arbitrary: fc.record({ ...kind('reload'), who: anyone, kept: fc.nat(8) }) },
  {
    weight: 14,
    arbitrary: fc.record({
      ...kind('meet'),
      who: anyone,
      isSending: mostly,
      isReceiving: mostly,
      isAnswerLost: mostly.map((is) => !is),
    }),
  },
  { weight: 1, arbitrary: fc.record(kind('compact')) },
)

export const scripts: fc.Arbitrary<Script> = fc.record({
  ids: fc.nat(2 ** 31),
  undoesByPauses: fc.boolean(),
  steps: fc.array(step, { maxLength: 60, size: 'max' }),
})

const HR = 3
const TEXT_FIELDS = { honor: ['name', 'grantor'], assessment: ['assessor'], profile: ['fullName', 'mobile'] } as const

export class Interleaving {
  readonly account = new Account()
  readonly relay: RelayInMemory
  readonly places: readonly Place[]
  private readonly ids: number
  private opened = 0
  private acts = 0

  constructor({ ids, undoesByPauses }: Omit<Script, 'steps'>) {
    this.ids = ids
    this.relay = new RelayInMemory(this.clientId())
    this.places = [0, 1, 2, HR].map(
      (who) => new Place(who, { mayWrite: who !== HR, undoesByPauses }, this.account, this.clientId()),
    )
  }

  take(step: Step): void {
    this.acts++
    switch (step.kind) {
      case 'compact':
        this.relay.compact(this.clientId())
        return
      case 'go-offline':
      case 'come-online':
        this.place(step.who).isOnline = step.kind === 'come-online'
        return
      case 'save':
        this.place(step.who).save()
        return
      case 'reload':
        this.place(step.who).reload(this.clientId(), step.kept)
        return
      case 'meet':
        this.place(step.who).exchange(this.relay, step)
        return
      case 'rule':
      case 'revoke':
        this.review(step)
        return
      case 'undo':
      case 'redo':
        this.place(step.at).step(step.kind === 'undo')
        return
      case 'pause':
        this.place(step.at).undo.stopCapturing()
        return
      case 'send':
      case 'withdraw':
        this.ask(step.kind, this.place(step.at), step.item)
        return
      default:
        this.edit(step)
    }
  }

  /** Everybody comes online and meets until nothing is new any more. */
  settle(): void {
    for (const place of this.places) place.isOnline = true
    for (let round = 0; round < 4; round++) {
      for (const place of this.places) {
        place.exchange(this.relay, { isSending: true, isReceiving: true, isAnswerLost: false })
      }
    }
  }

  private place(index: number): Place {
    const place = this.places[index]
    if (!place) throw new Error('there are three devices and a reviewer')
    return place
  }

  private clientId(): number {
    return Number.parseInt(sha256Hex(`${this.ids} ${this.opened++}`).slice(0, 8), 16)
  }

  private edit(step: Exclude<Step, { readonly who: number } | { readonly kind: 'rule' | 'revoke' | 'compact' }>): void {
    const place = this.place(step.at)
    const number = this.acts
    if (step.kind === 'add') {
      const part = number % 2 === 0 ? 'honor' : 'assessment'
      const id = `item-${number}` as ItemId
      place.act((doc) => layout.addItem(doc, { id, part, salt: sha256Hex(`salt ${number}`), order: `order ${number}` }))
      return
    }
    if (!('item' in step)) return
    const id = pick(idsIn(place.doc), step.item)
    const item = id && layout.readItem(place.doc, id)
    if (!id || (step.kind === 'restore') === (item !== undefined)) return
    place.act((doc) => {
      if (step.kind === 'restore') return layout.restoreItem(doc, id)
      if (!item) return
      const opinion = item.fields.opinion ?? ''
      const cut = step.kind === 'type' || step.kind === 'erase' ? step.place % (opinion.length + 1) : 0
      const field =
        'field' in step
          ? pick(TEXT_FIELDS[item.part === 'honor' || item.part === 'assessment' ? item.part : 'profile'], step.field)
          : undefined
      switch (step.kind) {
        case 'write':
        case 'empty':
          if (id === PROFILE_ITEM) layout.prepareProfile(doc, sha256Hex(`salt of profile ${number}`))
          return field && layout.setField(doc, id, field, step.kind === 'write' ? `written-${number}` : null)
        case 'type':
          return layout.setField(doc, id, 'opinion', opinion.slice(0, cut) + characterOf(number) + opinion.slice(cut))
        case 'erase':
          return layout.setField(doc, id, 'opinion', opinion.slice(0, cut) + opinion.slice(cut + 1))
        case 'delete':
          return layout.deleteItem(doc, id, `act ${number}`)
        case 'attach': {
          const sha256 = sha256Hex(`file ${number}`)
          place.attach(sha256)
          return layout.addEvidence(doc, id, {
            sha256,
            bytes: number,
            type: 'application/pdf',
            kind: 'certificate',
            name: '证书.pdf',
          })
        }
        case 'detach': {
          const file = pick(item.evidence, step.which)
          return file && layout.removeEvidence(doc, id, file.sha256)
        }
        case 'take-back':
        case 'dismiss': {
          const other = pick(item.otherVersions, step.which)
          if (other) (step.kind === 'dismiss' ? layout.dismissOtherVersion : layout.takeOtherVersion)(doc, id, other)
        }
      }
    })
  }

  private ask(kind: 'send' | 'withdraw', place: Place, index: number): void {
    const id = pick(idsIn(place.doc), index)
    const item = id && layout.readItem(place.doc, id)
    if (!id || !item) return
    const about = { id: `command-${this.acts}`, item: id }
    if (kind === 'withdraw') {
      const { sent } = reviewOf(foldReview(place.facts), id)
      if (sent) place.ask({ ...about, kind: 'withdraw-revision', digest: sent.digest })
      return
    }
    const revision = revisionOf(item, OWNER)
    if (revision) place.ask({ ...about, kind: 'send-revision', digest: revision.digest, revision })
  }

  private review(step: Extract<Step, { readonly kind: 'rule' | 'revoke' }>): void {
    const place = this.place(HR)
    const id = pick(idsIn(place.doc), step.item)
    if (!id) return
    const { sent, approved } = reviewOf(foldReview(place.facts), id)
    const about = { id: `command-${this.acts}`, item: id }
    if (step.kind === 'revoke') {
      if (approved) place.ask({ ...about, kind: 'revoke-approval', digest: approved.digest })
      return
    }
    const item = layout.readItem(place.doc, id)
    const current = item ? revisionOf(item, OWNER)?.digest : undefined
    const digest = step.isOnSent ? sent?.digest : current
    const verdict = (['approved', 'approved', 'returned', 'rejected'] as const)[step.verdict] ?? 'approved'
    if (digest) place.ask({ ...about, kind: 'rule-on-revision', digest, verdict })
  }
}

/** @returns what is not as it should be, in sentences; empty when all is well */
export function play({ steps, ...script }: Script): readonly string[] {
  const run = new Interleaving(script)
  for (const step of steps) run.take(step)
  run.settle()
  return problemsIn(run)
}

function pick<Value>(values: readonly Value[], index: number): Value | undefined {
  return values[index % values.length]
}

/** A character that no other act writes. */
function characterOf(act: number): string {
  return String.fromCodePoint(0x4e00 + act)
}
