// @vitest-environment node
/** The sentences of domain §7 that an employer and an office read, word for word. */
import { expect, it } from 'vitest'
import { zh as notice } from '../language/zh/case-notice.ts'
import { zh as cases } from '../language/zh/cases.ts'
import { zh as employer } from '../language/zh/employer.ts'
import { zh as steps } from '../language/zh/office-steps.ts'

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{ (\w+) \}\}/g, (_, name: string) => String(values[name]))
}
const AT = { n: 5, workingDays: 5, from: '2022年10月11日', last: '2022年10月10日', lastDay: '2022年10月10日' }

it('[CLIENT-255] a notice that has not run its days says until when and from when', () => {
  const sentence = '公示未满5个工作日，最早可于2022年10月11日报送。'
  expect(filled(cases.refusal['notice-still-running'], AT).startsWith(sentence)).toBe(true)
  expect(filled(notice.close.notYet, AT).startsWith(sentence)).toBe(true)
})

it('[CLIENT-255] an open objection, an unsorted roster and a wrong credit code say the rule’s own sentence', () => {
  expect(cases.refusal['objections-open'].startsWith('公示期间有未处理的异议。')).toBe(true)
  expect(notice.close.openObjections.startsWith('公示期间有未处理的异议。')).toBe(true)
  expect(steps.refused['roster-unsorted'].startsWith('花名册须按专业类别分类连贯排序。')).toBe(true)
  const said = JSON.stringify(employer)
  expect(said).toContain('统一社会信用代码应为18位且不含字母I、O、S、V、Z。')
  expect(said).toContain('统一社会信用代码校验位不符，请再次核对后继续。')
})
