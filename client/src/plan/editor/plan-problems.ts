/** What still stands between a draft and its publication, each with the place in the plan. The relay asks the same rules. */
import type { Text } from '@yejibu/shared/archive/label'
import { planSchema } from '@yejibu/shared/plan/plan'
import type { Json, PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { planFaults } from '@yejibu/shared/plan/plan-faults'
import { planLabel } from './plan-labels.ts'

export interface PlanProblem {
  readonly path: PlanPath
  readonly text: Text
}

const SAYS: Readonly<Record<string, Text>> = {
  too_small: { zh: '请填写。', en: 'Please fill it in.' },
  too_big: { zh: '内容过长或数值过大。', en: 'Too long, or too large.' },
  invalid_type: { zh: '请填写。', en: 'Please fill it in.' },
  invalid_format: { zh: '格式不正确。', en: 'Not in the right form.' },
  invalid_value: { zh: '请选择。', en: 'Please choose.' },
  'code-twice': { zh: '代码与前面的重复，请改用另一个。', en: 'This code is used twice: choose another.' },
  'unknown-type': {
    zh: '条件中的申报类型已不在本计划中，请重新选择。',
    en: 'A kind that the plan does not have (any more).',
  },
  'unknown-field': { zh: '条件中的字段不存在，请重新选择。', en: 'There is no such field: choose again.' },
  'unknown-table': { zh: '评分表代码须与评分表一致。', en: 'Must be the code of the score table.' },
  'no-self-evaluation': {
    zh: '本计划没有自评，请先设置自评或取消此项。',
    en: 'The plan has no self-evaluation: add it or untick this.',
  },
  'no-message': { zh: '请写出不满足时的原文。', en: 'Write the sentence that is said when it fails.' },
  'bounds-reversed': { zh: '下限大于上限，请核对。', en: 'The lower bound is above the upper one.' },
  'unknown-chain': { zh: '没有这条办理流程，请重新选择。', en: 'There is no such chain: choose again.' },
  'nobody-issues': {
    zh: '这条流程要求评审委托书，但流程上没有可以开具的审查环节。',
    en: 'A letter is asked for, and no station on this chain issues it.',
  },
  'issued-too-late': {
    zh: '开具评审委托书的环节须在受委托的环节之前。',
    en: 'The station that issues the letter must come before the committee.',
  },
  'not-after-a-decision': {
    zh: '受委托的环节须紧接在审查或评审会议之后。',
    en: 'The committee must come right after a review or a meeting.',
  },
  'plan-window-reversed': { zh: '截止时间须晚于开始时间。', en: 'It must close after it opens.' },
}
const OTHER: Text = { zh: '内容不符合要求，请核对。', en: 'Not as it should be: please check.' }

export function planProblems(value: Json): readonly PlanProblem[] {
  const parsed = planSchema.safeParse(value)
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, code }) => problem(path.flatMap(keyOf), code))
  }
  const { window } = parsed.data
  const isReversed = Date.parse(window.open) >= Date.parse(window.close)
  return [
    ...(isReversed ? [problem(['window', 'close'], 'plan-window-reversed')] : []),
    ...planFaults(parsed.data).map(({ path, rule }) => problem(path, rule)),
  ]
}

/** As the relay names a place, e.g. `questions.0.label`. */
export function problemFromRelay(path: string, rule: string): PlanProblem {
  return problem(
    path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    rule,
  )
}

function problem(path: PlanPath, rule: string): PlanProblem {
  return { path, text: SAYS[rule] ?? OTHER }
}

function keyOf(key: PropertyKey): readonly (string | number)[] {
  return typeof key === 'symbol' ? [] : [key]
}

/** 附件 › 学历证书 › 何时必须上传: an entry of a list by what it is called, else by its number. */
export function trailOf(path: PlanPath, value: Json, say: (text: Text) => string): string {
  const names: string[] = []
  let here: unknown = value
  path.forEach((key, index) => {
    const label = typeof key === 'string' ? planLabel(path.slice(0, index + 1)) : undefined
    here = inside(here, key)
    names.push(label ? say(label) : (nameOf(here) ?? String(typeof key === 'number' ? key + 1 : key)))
  })
  return names.join(' › ')
}

/** What a person calls an entry. */
export function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  for (const key of ['name', 'title', 'label', 'appliesTo', 'message', 'code']) {
    const value: unknown = Reflect.get(entry, key)
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

function inside(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) {
    return typeof key === 'number' ? value[key] : value.find((entry) => Reflect.get(Object(entry), 'code') === key)
  }
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
