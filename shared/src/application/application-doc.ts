/**
 * The layout of a draft application in a Yjs document. This file and `filing-doc.ts` are the only places that know it.
 *
 *     form      : Y.Map   plan, planVersion, type, category, acceptancePoint → string · tick:<code> → 'yes'
 *     statement : Y.Text
 *     pulls     : Y.Map   <item id> → { digest, note }
 *
 * and the maps of `filing-doc.ts` for photo, pledge, answers, self-evaluation, recommenders and attachments.
 *
 * A draft only says what its owner wants; nothing in it is believed. The relay judges when it is submitted (`submission.ts`).
 */
import type * as Y from 'yjs'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import { changeText } from '../archive/change-text.ts'
import type { Digest } from '../archive/revision.ts'
import { canonicalText } from '../kernel/canonical.ts'
import { type ItemId, itemIdSchema, type PlanId, planIdSchema } from '../kernel/ids.ts'
import type { Filing } from './filing.ts'
import { readFiling } from './filing-doc.ts'

export interface ApplicationForm {
  readonly type: string
  readonly ticks: readonly string[]
  readonly category: string
  readonly acceptancePoint: string
  readonly statement: string
}

export interface Pull {
  readonly item: ItemId
  readonly digest: Digest
  /** Why an achievement from before the present title is pulled all the same (G4). */
  readonly note: string | null
}

export interface ApplicationDraft {
  readonly plan: PlanId | null
  readonly planVersion: number
  readonly form: ApplicationForm
  readonly pulls: readonly Pull[]
  readonly filing: Filing
}

export type FormField = 'type' | 'category' | 'acceptancePoint'

const TICK = 'tick:'

function formOf(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('form')
}

function pullsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('pulls')
}

/** The live text, for an editor bound to it. */
export function statementOf(doc: Y.Doc): Y.Text {
  return doc.getText('statement')
}

/** Changes the text in place where it differs, so that another device's concurrent words survive. */
export function setStatement(doc: Y.Doc, text: string): void {
  doc.transact(() => changeText(statementOf(doc), canonicalText(text)), LOCAL_EDIT)
}

export function startApplication(doc: Y.Doc, plan: { readonly id: PlanId; readonly version: number }): void {
  doc.transact(() => {
    formOf(doc).set('plan', plan.id)
    formOf(doc).set('planVersion', String(plan.version))
  }, LOCAL_EDIT)
}

export function setFormField(doc: Y.Doc, field: FormField, value: string): void {
  doc.transact(() => formOf(doc).set(field, canonicalText(value)), LOCAL_EDIT)
}

export function setTick(doc: Y.Doc, tick: string, isTicked: boolean): void {
  doc.transact(() => {
    if (isTicked) formOf(doc).set(TICK + tick, 'yes')
    else formOf(doc).delete(TICK + tick)
  }, LOCAL_EDIT)
}

/** Pulls a revision, or changes which one or why. */
export function setPull(doc: Y.Doc, pull: Pull): void {
  doc.transact(() => pullsOf(doc).set(pull.item, { digest: pull.digest, note: pull.note }), LOCAL_EDIT)
}

export function dropPull(doc: Y.Doc, item: ItemId): void {
  doc.transact(() => pullsOf(doc).delete(item), LOCAL_EDIT)
}

export function readApplication(doc: Y.Doc): ApplicationDraft {
  const form = formOf(doc)
  const plan = planIdSchema.safeParse(form.get('plan'))
  const version = Number(form.get('planVersion'))
  const text = (field: FormField) => stringOf(form.get(field)) ?? ''
  return {
    plan: plan.success ? plan.data : null,
    planVersion: Number.isSafeInteger(version) ? version : 0,
    form: {
      type: text('type'),
      ticks: [...form.keys()]
        .filter((key) => key.startsWith(TICK))
        .map((key) => key.slice(TICK.length))
        .sort(),
      category: text('category'),
      acceptancePoint: text('acceptancePoint'),
      statement: canonicalText(statementOf(doc).toJSON()),
    },
    pulls: readPulls(doc),
    filing: readFiling(doc),
  }
}

function readPulls(doc: Y.Doc): readonly Pull[] {
  const pulls: Pull[] = []
  for (const [key, value] of pullsOf(doc).entries()) {
    const item = itemIdSchema.safeParse(key)
    if (!item.success || typeof value !== 'object' || value === null) continue
    const { digest, note } = value as Record<string, unknown>
    const known = stringOf(digest)
    if (known === undefined || !/^[0-9a-f]{64}$/.test(known)) continue
    pulls.push({ item: item.data, digest: known, note: stringOf(note) ?? null })
  }
  return pulls.sort((a, b) => (a.item < b.item ? -1 : 1))
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
