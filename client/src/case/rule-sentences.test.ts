// @vitest-environment node
/** The sentences of domain §7 that an employer and an office read, word for word. */
import { expect, it } from 'vitest'
import { zh as notice } from '../language/zh/case-notice.ts'
import { zh as cases } from '../language/zh/cases.ts'
import { zh as course } from '../language/zh/course.ts'
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
  expect(employer.steps.notPdf).toBe('用人单位委托证明须为PDF扫描件。')
  const said = JSON.stringify(employer)
  expect(said).toContain('统一社会信用代码应为18位且不含字母I、O、S、V、Z。')
  expect(said).toContain('统一社会信用代码校验位不符，请再次核对后继续。')
})

it('[CLIENT-372] a notice without its record, a calendar without the year, a roster without a remark say what to do', () => {
  const record = '请录入公示情况和审查意见。'
  for (const text of [notice.close.resultMissing, notice.report.opinionMissing]) {
    expect(text.startsWith(record)).toBe(true)
    expect(text.length).toBeGreaterThan(record.length)
  }
  expect(filled(notice.start.unknown, { year: 2028 })).toBe('2028年节假日安排尚未发布，按周末推算，请人工确认。')
  const calendar = '2028年节假日安排尚未发布，'
  for (const text of [cases.refusal['calendar-unknown'], steps.whyNot['calendar-unknown']]) {
    expect(filled(text, { year: 2028 }).startsWith(calendar)).toBe(true)
  }
  expect(steps.refused['roster-remark-missing'].startsWith('请在备注栏注明申报方式。')).toBe(true)
})

it('[CLIENT-374] more recommended than posts are vacant is said in the rule’s words, with what to look at', () => {
  const sentence = '推荐人数超过空缺岗位数。'
  for (const text of [notice.report.vacancies.over, cases.refusal['quota-exceeded']]) {
    expect(text.startsWith(sentence)).toBe(true)
    expect(text.length).toBeGreaterThan(sentence.length)
  }
})

it('[CLIENT-372] who is called to an interview is told how many copies are needed', () => {
  expect(filled(course.copies, { n: 4, have: 3 })).toBe('参加面试人员评审表须4份。已送 3 份，请补齐后送评审办。')
})
