/**
 * A draft application as its page sees it: a reactive view of its document and the functions that edit it. Every edit is in the
 * document at once and saved with it; nothing here decides anything.
 */
import {
  type ApplicationDraft,
  dropPull,
  type FormField,
  type Pull,
  readApplication,
  setFormField,
  setPull,
  setStatement,
  setTick,
  startApplication,
  statementOf,
} from '@yejibu/shared/application/application-doc'
import type { Attachment, FiledFile, Pledge, Recommender } from '@yejibu/shared/application/filing'
import {
  addAttachment,
  dropAttachment,
  dropClaim,
  recommendersOf,
  setAnswer,
  setClaim,
  setControl,
  setPhoto,
  setPledge,
  setRange,
  setRecommender,
} from '@yejibu/shared/application/filing-doc'
import { LOCAL_EDIT } from '@yejibu/shared/archive/archive-doc'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { ScoreClaim } from '@yejibu/shared/plan/self-score'
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type * as Y from 'yjs'

export interface Draft {
  readonly value: Accessor<ApplicationDraft>
  /** The statement as typed: `value().form.statement` is the same text in its one spelling. */
  readonly statement: Accessor<string>
  /** Runs again only when a pull changed, not with every letter of the statement. */
  readonly pulls: Accessor<readonly Pull[]>
  /** With the ids they are changed by. */
  readonly recommenders: Accessor<readonly (readonly [id: string, recommender: Recommender])[]>
  setField(field: FormField, value: string): void
  setTick(tick: string, isTicked: boolean): void
  setStatement(text: string): void
  pull(pull: Pull): void
  drop(item: ItemId): void
  setPhoto(photo: FiledFile | null): void
  setPledge(pledge: Pledge | null): void
  setAnswer(question: string, answer: string): void
  setControl(control: string, isTicked: boolean): void
  setRange(indicator: string, value: string): void
  claim(claim: ScoreClaim): void
  /** Another row or item for a claim: one step, so that no other device sees it gone. */
  changeClaim(before: ScoreClaim, after: ScoreClaim): void
  unclaim(claim: Omit<ScoreClaim, 'rank'>): void
  /** @param recommender null takes the person off the list */
  setRecommender(id: string, recommender: Recommender | null): void
  attach(attachment: Attachment, at: Date): void
  detach(attachment: Pick<Attachment, 'slot' | 'sha256'>): void
  /** Goes on under this version of the plan. */
  takePlan(plan: Pick<Plan, 'id' | 'version'>): void
}

/** Owned by the caller: it stops watching the document when its owner ends. */
export function createDraft(doc: Y.Doc): Draft {
  const [value, setValue] = createSignal(readApplication(doc))
  let lastAttached = 0
  const [statement, setText] = createSignal(statementOf(doc).toJSON())
  const [recommenders, setRecommenders] = createSignal(recommendersOf(doc))
  const read = (): void => {
    setValue(readApplication(doc))
    setText(statementOf(doc).toJSON())
    setRecommenders(recommendersOf(doc))
  }
  doc.on('update', read)
  onCleanup(() => doc.off('update', read))
  const pulls = createMemo(() => value().pulls, undefined, { equals: samePulls })
  return {
    value,
    statement,
    pulls,
    recommenders,
    setField: (field, next) => setFormField(doc, field, next),
    setTick: (tick, isTicked) => setTick(doc, tick, isTicked),
    setStatement: (text) => setStatement(doc, text),
    pull: (pull) => setPull(doc, pull),
    drop: (item) => dropPull(doc, item),
    setPhoto: (photo) => setPhoto(doc, photo),
    setPledge: (pledge) => setPledge(doc, pledge),
    setAnswer: (question, answer) => setAnswer(doc, question, answer),
    setControl: (control, isTicked) => setControl(doc, control, isTicked),
    setRange: (indicator, range) => setRange(doc, indicator, range),
    claim: (claim) => setClaim(doc, claim),
    changeClaim: (before, after) =>
      doc.transact(() => {
        dropClaim(doc, before)
        setClaim(doc, after)
      }, LOCAL_EDIT),
    unclaim: (claim) => dropClaim(doc, claim),
    setRecommender: (id, recommender) => setRecommender(doc, id, recommender),
    attach: (attachment, at) => {
      // A page's clock may stand still between two files.
      lastAttached = Math.max(at.getTime(), lastAttached + 1)
      addAttachment(doc, attachment, new Date(lastAttached).toISOString())
    },
    detach: (attachment) => dropAttachment(doc, attachment),
    takePlan: (plan) => startApplication(doc, plan),
  }
}

function samePulls(before: readonly Pull[], after: readonly Pull[]): boolean {
  return (
    before.length === after.length &&
    before.every((pull, index) => {
      const other = after[index]
      return pull.item === other?.item && pull.digest === other.digest && pull.note === other.note
    })
  )
}
