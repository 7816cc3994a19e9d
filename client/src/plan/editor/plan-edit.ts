/** One draft under the hands of whoever edits it: what stands where, what is wrong there, and the functions that change it. */
import type { Text } from '@yejibu/shared/archive/label'
import type { PlanId } from '@yejibu/shared/kernel/ids'
import type { ConditionNames } from '@yejibu/shared/plan/condition-text'
import {
  confirmInDraft,
  insertInDraft,
  type Json,
  moveInDraft,
  type PlanPath,
  readPlanDraft,
  removeInDraft,
  rewriteInDraft,
  setInDraft,
  type TextChange,
} from '@yejibu/shared/plan/plan-drafts-doc'
import { type Accessor, createContext, createMemo, createSignal, onCleanup, useContext } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'
import { type PlanProblem, planProblems } from './plan-problems.ts'

export interface PlanEdit {
  readonly isThere: Accessor<boolean>
  /** The draft as plain data, a new one after each change. */
  readonly value: Accessor<Json>
  readonly problems: Accessor<readonly PlanProblem[]>
  readonly toCheck: Accessor<readonly PlanPath[]>
  /** The year that the texts were written for; null where nobody knows. */
  readonly writtenFor: Accessor<number | null>
  /** Tracked by its own place alone. */
  at(path: PlanPath): unknown
  isMarked(path: PlanPath): boolean
  problemAt(path: PlanPath): Text | undefined
  /** The kinds of application, as far as they have been written, for conditions. */
  readonly names: Accessor<ConditionNames>
  set(path: PlanPath, value: Json | undefined): void
  insert(list: PlanPath, index: number, value: Json): void
  remove(list: PlanPath, index: number): void
  move(list: PlanPath, from: number, to: number): void
  confirm(path: PlanPath): void
  /** The texts are for this year from now on, the given ones changed, in one step. */
  rewrite(changes: readonly TextChange[], writtenFor: number): void
}

const Context = createContext<PlanEdit>()
export const PlanEditProvider = Context.Provider

export function usePlanEdit(): PlanEdit {
  const edit = useContext(Context)
  if (edit === undefined) throw new Error('usePlanEdit needs a PlanEditProvider above it')
  return edit
}

export function createPlanEdit(doc: Y.Doc, id: PlanId): PlanEdit {
  const [draft, setDraft] = createSignal(readPlanDraft(doc, id))
  // Fields follow their own place: writing one draws no other again.
  const [store, setStore] = createStore<{ plan: Json }>({ plan: draft()?.value ?? {} })
  const follow = () => {
    const next = readPlanDraft(doc, id)
    setDraft(next)
    setStore('plan', reconcile(structuredClone(next?.value ?? {}), { merge: true, key: null }))
  }
  doc.on('update', follow)
  onCleanup(() => doc.off('update', follow))
  const value = () => draft()?.value ?? {}
  const problems = createMemo(() => planProblems(value()))
  const problemsByPlace = createMemo(() => new Map(problems().map(({ path, text }) => [path.join('.'), text])))
  const toCheck = () => draft()?.toCheck ?? []
  const marked = createMemo(() => new Set(toCheck().map((path) => path.join('.'))))
  const at = (path: PlanPath) =>
    path.reduce<unknown>(
      (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
      store.plan,
    )
  const names = createMemo((): ConditionNames => {
    const types: unknown = at(['applicationTypes'])
    const list: readonly unknown[] = Array.isArray(types) ? types : []
    return {
      applicationTypes: list.map((type) => ({
        code: String(Reflect.get(Object(type), 'code') ?? ''),
        name: String(Reflect.get(Object(type), 'name') ?? ''),
        platformOption: '',
        note: '',
        ticks: [],
      })),
    }
  })
  return {
    isThere: () => draft() !== undefined,
    value,
    problems,
    toCheck,
    writtenFor: () => draft()?.writtenFor ?? null,
    at,
    isMarked: (path) => marked().has(path.join('.')),
    problemAt: (path) => problemsByPlace().get(path.join('.')),
    names,
    set: (path, next) => setInDraft(doc, id, path, next),
    insert: (list, index, next) => insertInDraft(doc, id, list, index, next),
    remove: (list, index) => removeInDraft(doc, id, list, index),
    move: (list, from, to) => moveInDraft(doc, id, list, from, to),
    confirm: (path) => confirmInDraft(doc, id, path),
    rewrite: (changes, writtenFor) => rewriteInDraft(doc, id, changes, writtenFor),
  }
}
