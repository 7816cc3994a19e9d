/** Plans in preparation: what is written is read back, by two people of one office at once too. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LOCAL_EDIT } from '../archive/archive-doc.ts'
import type { PlanId } from '../kernel/ids.ts'
import { forNextYear } from './next-year.ts'
import { planSchema } from './plan.ts'
import {
  confirmInDraft,
  draftIds,
  insertInDraft,
  moveInDraft,
  type PlanPath,
  putPlanDraft,
  readPlanDraft,
  removeInDraft,
  removePlanDraft,
  rewriteInDraft,
  setInDraft,
} from './plan-drafts-doc.ts'
import { BUILT_IN_PLANS } from './plans/built-in-plans.ts'
import { shaoxingEcology2022Mid } from './plans/shaoxing-ecology-2022-mid.ts'
import { yearShifts } from './years-in-texts.ts'

const WINDOW = { open: '2022-09-01T08:30:00+08:00', close: '2022-10-31T17:30:00+08:00' }
const PLAN = shaoxingEcology2022Mid(WINDOW)
const ID = PLAN.id

function office() {
  const doc = new Y.Doc()
  putPlanDraft(doc, { id: ID, value: { ...PLAN }, from: null })
  return doc
}
function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}
const planIn = (doc: Y.Doc) => planSchema.parse(readPlanDraft(doc, ID)?.value)

describe('the document of plans in preparation', () => {
  test.each(Object.entries(BUILT_IN_PLANS))('[PLAN-61] gives %s back as it was written', (_, make) => {
    const doc = new Y.Doc()
    const plan = make(WINDOW)
    putPlanDraft(doc, { id: plan.id, value: { ...plan }, from: { plan: ID, version: 3 } })
    expect(planSchema.parse(readPlanDraft(doc, plan.id)?.value)).toEqual(plan)
    expect(readPlanDraft(doc, plan.id)?.from).toEqual({ plan: ID, version: 3 })
    expect(draftIds(doc)).toEqual([plan.id])
    removePlanDraft(doc, plan.id)
    expect([draftIds(doc), readPlanDraft(doc, plan.id)]).toEqual([[], undefined])
  })

  test('[PLAN-61] two people who edit different fields and rows of one plan both keep theirs', () => {
    const one = office()
    const other = new Y.Doc()
    meet(one, other)
    setInDraft(one, ID, ['title'], '甲写的')
    setInDraft(one, ID, ['questions', 0, 'label'], '甲问的')
    insertInDraft(one, ID, ['specialties'], 9, '甲')
    setInDraft(other, ID, ['window', 'close'], '2022-11-15T17:30:00+08:00')
    setInDraft(other, ID, ['questions', 0, 'hint'], '乙说的')
    insertInDraft(other, ID, ['specialties'], 9, '乙')
    meet(one, other)
    const plan = planIn(one)
    expect(planIn(other)).toEqual(plan)
    expect([plan.title, plan.window.close, plan.questions?.[0]?.label, plan.questions?.[0]?.hint]).toEqual([
      '甲写的',
      '2022-11-15T17:30:00+08:00',
      '甲问的',
      '乙说的',
    ])
    expect([...plan.specialties].sort()).toEqual(['乙', '生态环境', '甲'].sort())
  })

  test('[PLAN-61] rows are added, moved and taken away, and undone by whoever did it', () => {
    const doc = office()
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    const codes = () => planIn(doc).chains.map((chain) => chain.code)
    const [first, second, ...rest] = codes()
    moveInDraft(doc, ID, ['chains'], 0, 1)
    expect(codes()).toEqual([second, first, ...rest])
    removeInDraft(doc, ID, ['chains'], 0)
    expect(codes()).toEqual([first, ...rest])
    undo.undo()
    undo.undo()
    expect(codes()).toEqual([first, second, ...rest])
    moveInDraft(doc, ID, ['chains'], 0, 99)
    removeInDraft(doc, ID, ['chains'], 99)
    setInDraft(doc, ID, ['nowhere', 3, 'title'], '空')
    expect(planIn(doc)).toEqual(PLAN)
  })

  test('[PLAN-61] a field that is taken away is not asked any more, and what is not a draft is not read', () => {
    const doc = office()
    setInDraft(doc, ID, ['questions'], undefined)
    expect('questions' in planIn(doc)).toBe(false)
    doc.getMap('drafts').set('x1', 'not a draft')
    doc.getMap('drafts').set('NOT AN ID', new Y.Map())
    expect(draftIds(doc)).toEqual([ID])
  })
})

describe('last year’s plan copied', () => {
  const next = forNextYear(
    { ...PLAN, tenureCutoff: '2024-02-29', window: { ...WINDOW, open: '2024-02-29T08:30:00+08:00' } },
    'sx-eco-2023-mid' as PlanId,
  )

  test('[PLAN-62] has its dates and years one year on and is a new plan of version 1', () => {
    const plan = planSchema.parse(next.value)
    expect([plan.id, plan.version, plan.year]).toEqual(['sx-eco-2023-mid', 1, 2023])
    expect(plan.title).toBe(PLAN.title)
    expect(plan.attachmentSlots).toEqual(PLAN.attachmentSlots)
    expect(plan.window).toEqual({ open: '2025-02-28T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' })
    expect([plan.tenureCutoff, plan.ceRule?.years]).toEqual(['2025-02-28', [2020, 2021, 2022]])
    expect(plan.selfEvaluation).toEqual(PLAN.selfEvaluation)
  })

  test('[PLAN-62] marks what was moved and every sentence that names a year, until it was looked at', () => {
    const doc = new Y.Doc()
    const id = 'sx-eco-2023-mid' as PlanId
    putPlanDraft(doc, { id, value: next.value, from: { plan: ID, version: 1 }, toCheck: next.toCheck })
    const marked = () => readPlanDraft(doc, id)?.toCheck.map((path) => path.join('.')) ?? []
    for (const path of ['year', 'title', 'window.open', 'window.close', 'tenureCutoff', 'ceRule.years']) {
      expect(marked()).toContain(path)
    }
    expect(marked()).not.toContain('committee.name')
    confirmInDraft(doc, id, ['title'])
    setInDraft(doc, id, ['window', 'open'], '2023-09-04T08:30:00+08:00')
    removeInDraft(doc, id, ['ceRule', 'years'], 0)
    expect(marked()).not.toContain('title')
    expect(marked()).not.toContain('window.open')
    expect(marked()).not.toContain('ceRule.years')
    expect(planSchema.safeParse(readPlanDraft(doc, id)?.value).success).toBe(true)
  })

  test('[PLAN-98] the chosen texts are moved on in one step, which is undone as one and asked no more', () => {
    const doc = new Y.Doc()
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL_EDIT]), captureTimeout: 0 })
    const id = 'sx-eco-2023-mid' as PlanId
    putPlanDraft(doc, { id, value: next.value, from: null, toCheck: next.toCheck, writtenFor: PLAN.year })
    const before = readPlanDraft(doc, id)
    if (!before) throw new Error('no draft')
    const shifts = yearShifts(before.value, { from: 2022, to: 2023 }).filter(({ isSure }) => isSure)
    expect(shifts.length).toBeGreaterThan(1)
    const [title, gone, ...rest] = shifts
    if (!title || !gone) throw new Error('nothing to move')
    rewriteInDraft(doc, id, [title, { ...gone, before: '同事改过的' }, ...rest], 2023)
    const after = readPlanDraft(doc, id)
    const textAt = (path: PlanPath) => path.reduce<unknown>((here, key) => Reflect.get(Object(here), key), after?.value)
    expect(after?.writtenFor).toBe(2023)
    for (const one of [title, ...rest]) expect(textAt(one.path)).toBe(one.after)
    expect(textAt(gone.path)).toBe(gone.before)
    expect(after?.toCheck.map((path) => path.join('.'))).not.toContain('title')
    undo.undo()
    expect(readPlanDraft(doc, id)).toEqual(before)
  })
})
