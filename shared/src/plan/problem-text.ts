/** The sentence for an eligibility problem, from the rule's code and the problem's own numbers. */
import type { Text } from '../archive/label.ts'
import type { CeSubject, EligibilityProblem } from './eligibility.ts'
import { filled, MESSAGES, type MessageValues, type RuleMessage } from './messages.ts'

const SUBJECTS: Readonly<Record<Exclude<CeSubject, 'total'>, Text>> = {
  specialty: { zh: '专业科目', en: 'the professional subject' },
  public: { zh: '公需科目', en: 'the common subjects' },
  generalPublic: { zh: '一般公需科目', en: 'the subject common to all' },
  industryPublic: { zh: '行业公需科目', en: 'the subject common to the trade' },
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

export interface ProblemText {
  /** As the domain words it. */
  readonly text: Text
  /** What to do next, or null where the sentence says it. */
  readonly next: Text | null
}

export function eligibilityText(problem: EligibilityProblem): ProblemText {
  switch (problem.code) {
    case 'V-CE': {
      const { subject, ...values } = problem
      if (subject === 'total') return textOf(MESSAGES['V-CE'], values)
      const { zh, en } = SUBJECTS[subject]
      return inBoth(MESSAGES['V-CE-SUBJECT'], { ...values, subjectName: zh }, { ...values, subjectName: en })
    }
    case 'V-ASSESS': {
      return inBoth(MESSAGES['V-ASSESS'], { ...problem, span: DIGITS[problem.span] ?? problem.span }, problem)
    }
    default:
      return textOf(MESSAGES[problem.code], problem)
  }
}

export function textOf(message: RuleMessage, values: MessageValues): ProblemText {
  return { text: filled(message.text, values), next: message.next ? filled(message.next, values) : null }
}

function inBoth(message: RuleMessage, zhValues: MessageValues, enValues: MessageValues): ProblemText {
  const zh = textOf(message, zhValues)
  const en = textOf(message, enValues)
  const next = zh.next && en.next ? { zh: zh.next.zh, en: en.next.en } : null
  return { text: { zh: zh.text.zh, en: en.text.en }, next }
}
