import { expect, test } from 'vitest'
import type { EligibilityProblem } from './eligibility.ts'
import { filled, MESSAGES, type RuleMessage } from './messages.ts'
import { eligibilityText } from './problem-text.ts'

const namesIn = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].flatMap((m) => m[1] ?? []).sort()

test.each(Object.entries<RuleMessage>(MESSAGES))('[APP-15] %s says the same in both languages', (_, { text, next }) => {
  for (const said of next ? [text, next] : [text]) {
    expect(said.zh.length * said.en.length).toBeGreaterThan(0)
    expect(new Set(namesIn(said.en))).toEqual(new Set(namesIn(said.zh)))
    expect(said.zh).not.toMatch(/[,;:!?]/)
  }
})

test('[APP-15] a sentence without its number is a defect, not a sentence', () => {
  expect(() => filled(MESSAGES['V-SELF'].text, { threshold: 80 })).toThrow(RangeError)
})

test.each<[EligibilityProblem, string, string | null]>([
  [
    {
      code: 'V-TITLE-4Y',
      severity: 'error',
      typeName: '正常申报',
      previousTitle: '助理工程师',
      years: 4,
      months: 39,
      needed: 48,
      cutoff: '2023-12-31',
    },
    '正常申报须被聘任助理工程师满4年。',
    '计算到2023-12-31，您已聘任39个月，须满48个月；请核对个人基本信息中的现任资格和聘任时间。',
  ],
  [
    { code: 'V-ASSESS', severity: 'error', years: [2020, 2021], span: 3, from: 2019 },
    '单位考核情况须逐年填写近三年结果，如“2019合格”。',
    '尚缺2020、2021年度考核结果，请在考核情况中补充并经单位审核。',
  ],
  [
    { code: 'V-CE-TOGETHER', severity: 'error', years: [2018, 2019], hours: '179.9', needed: 180 },
    '2018、2019年度继续教育累计学时179.9，未满180学时。',
    null,
  ],
  [
    { code: 'V-CE', severity: 'warning', year: 2021, subject: 'public', hours: '17', needed: 18 },
    '2021年度公需科目学时17，未满18学时。',
    null,
  ],
  [{ code: 'V-BAN', severity: 'error', until: 2024 }, '因弄虚作假，2024年前不得申报高一级资格。', null],
])('[APP-15] %o', (problem, sentence, next) => {
  const said = eligibilityText(problem)
  expect([said.text.zh, said.next?.zh ?? null]).toEqual([sentence, next])
})
