/** Where a draft begins: last year's plan, the version that is out, a notice that comes with the product, or a file. */
import { type OrgId, type PlanId, planIdSchema } from '@yejibu/shared/kernel/ids'
import { forNextYear } from '@yejibu/shared/plan/next-year'
import type { Plan } from '@yejibu/shared/plan/plan'
import { type Json, type PlanPath, putPlanDraft } from '@yejibu/shared/plan/plan-drafts-doc'
import type * as Y from 'yjs'
import * as z from 'zod/mini'

/** Characters that tell one plan of a year from another. */
const RANDOM_CHARS = 6

/** @param random 20 bytes or so from a cryptographic source */
export function newPlanId(stem: string, random: Uint8Array): PlanId {
  const tail = [...random.slice(0, RANDOM_CHARS)].map((byte) => (byte & 31).toString(32)).join('')
  return planIdSchema.parse(`${stem.slice(0, 50)}-${tail}`)
}

export function copyForNextYear(doc: Y.Doc, plan: Plan, office: OrgId, random: Uint8Array): PlanId {
  const stem = plan.id.replaceAll(String(plan.year), String(plan.year + 1))
  // A copy of a copy keeps one tail.
  const id = newPlanId(stem.replace(/-[0-9a-v]{6}$/, ''), random)
  const { value, toCheck } = forNextYear(plan, id)
  const from = { plan: plan.id, version: plan.version }
  putPlanDraft(doc, { id, value: ofOffice(value, office), toCheck, from, writtenFor: plan.year })
  return id
}

/** The next version of a plan that is out, under its own id. */
export function changePublished(doc: Y.Doc, plan: Plan): void {
  const from = { plan: plan.id, version: plan.version }
  putPlanDraft(doc, { id: plan.id, value: { ...plan }, from, writtenFor: plan.year })
}

/** A notice names no dates, and somebody else's committee: both are to be looked at. */
export function fromTemplate(doc: Y.Doc, plan: Plan, office: OrgId, random: Uint8Array): PlanId {
  const id = newPlanId(plan.id, random)
  const toCheck: readonly PlanPath[] = [
    ['title'],
    ['year'],
    ['window', 'open'],
    ['window', 'close'],
    ['committee', 'name'],
  ]
  const value = ofOffice({ ...plan, id, version: 1 }, office)
  putPlanDraft(doc, { id, value, toCheck, from: null, writtenFor: plan.year })
  return id
}

const fileSchema = z.looseObject({ id: z.string(), title: z.string() })

/** Null: the text is no plan. What is missing in it is named by the editor. */
export function fromFile(doc: Y.Doc, text: string, office: OrgId, random: Uint8Array): PlanId | null {
  const read = jsonIn(text)
  const known = fileSchema.safeParse(read)
  if (!known.success || !isJsonObject(read)) return null
  const stem = planIdSchema.safeParse(known.data.id)
  const id = newPlanId(stem.success ? stem.data.replace(/-[0-9a-v]{6}$/, '') : 'plan', random)
  const writtenFor = typeof read.year === 'number' ? read.year : null
  putPlanDraft(doc, { id, value: ofOffice({ ...read, id, version: 1 }, office), from: null, writtenFor })
  return id
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isJsonObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function ofOffice(value: Json, office: OrgId): Json {
  if (!isJsonObject(value)) return value
  const { committee } = value
  return { ...value, committee: { ...(isJsonObject(committee ?? null) ? Object(committee) : {}), orgId: office } }
}
