/**
 * The vocabulary in which sections and the profile are written down, so that a field is one line.
 * These only shape data; what a type means is said in `field.ts`.
 */
import type { CodePattern, Field, Option, RequiredWhen } from '../field.ts'
import type { Text } from '../label.ts'

interface More {
  readonly required?: boolean | RequiredWhen
  readonly hint?: Text
}

/** Spread into a field that must be filled. */
export const REQUIRED = { required: true } as const

export function say(zh: string, en: string): Text {
  return { zh, en }
}

export function hint(zh: string, en: string): { readonly hint: Text } {
  return { hint: { zh, en } }
}

export function option(code: string, zh: string, en: string): Option {
  return { code, label: { zh, en } }
}

export function text(name: string, label: Text, maxChars: number, more: More = {}): Field {
  return { name, label, type: { kind: 'text', maxChars }, ...more }
}

export function prose(name: string, label: Text, maxChars: number, more: More = {}): Field {
  return { name, label, type: { kind: 'prose', maxChars }, ...more }
}

export function code(name: string, label: Text, maxChars: number, more: More & { pattern?: CodePattern } = {}): Field {
  const { pattern, ...rest } = more
  return { name, label, type: { kind: 'code', maxChars, ...(pattern ? { pattern } : {}) }, ...rest }
}

export function month(name: string, label: Text, more: More & { mayBeFuture?: boolean } = {}): Field {
  const { mayBeFuture, ...rest } = more
  return { name, label, type: { kind: 'month', ...(mayBeFuture ? { mayBeFuture } : {}) }, ...rest }
}

/** A month that may stay empty, which means 至今. */
export function openMonth(name: string, label: Text): Field {
  const until = hint('仍在进行的请留空，表示“至今”。', 'Leave empty while it goes on: empty means until today.')
  return { name, label, type: { kind: 'month', openEnded: true }, ...until }
}

export function year(name: string, label: Text, more: More = {}): Field {
  return { name, label, type: { kind: 'year' }, ...more }
}

export function date(name: string, label: Text, more: More = {}): Field {
  return { name, label, type: { kind: 'date' }, ...more }
}

export function integer(name: string, label: Text, min: number, max: number, more: More = {}): Field {
  return { name, label, type: { kind: 'integer', min, max }, ...more }
}

/** Ten thousand yuan, two places. */
export function wan(name: string, label: Text, more: More = {}): Field {
  const unit = say('万元', '10,000 yuan')
  return { name, label, type: { kind: 'decimal', min: 0, max: 99_999_999, places: 2, unit }, ...more }
}

export function choice(name: string, label: Text, options: readonly Option[], more: More = {}): Field {
  return { name, label, type: { kind: 'choice', options }, ...more }
}

export function yesNo(name: string, label: Text, more: More = {}): Field {
  return { name, label, type: { kind: 'yes-no' }, ...more }
}

/** 国家级 … 其他: of awards, honours and funded projects. */
export const LEVELS: readonly Option[] = [
  option('national', '国家级', 'National'),
  option('provincial', '省部级', 'Provincial or ministerial'),
  option('municipal', '市厅级', 'Municipal or departmental'),
  option('county', '县（市、区）级', 'County'),
  option('other', '其他', 'Other'),
]

export const PART_IN_IT: readonly Option[] = [option('lead', '主持', 'Led'), option('participate', '参与', 'Took part')]

export const RANK = say('本人排名', 'Own rank')
export const PARTICIPANTS = say('参与人数', 'Number of people')
export const BEGIN = say('开始时间', 'From')
export const END = say('结束时间', 'To')
export const YM_HINT = hint('填写6位数字年月，如200808。', 'Six digits, year and month, such as 200808.')
