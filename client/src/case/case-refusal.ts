/** Why a step of a case was refused, in a sentence that says what to do next. Details came over the wire: each is looked at before it is shown. */
import { casesWords } from '../language/cases.ts'
import { useText } from '../language/language.tsx'
import type { zh } from '../language/zh/cases.ts'
import type { ApiRefusal } from '../platform/api.ts'
import { useStateWords } from './state-words.ts'

type Known = Exclude<keyof (typeof zh)['refusal'], 'title' | 'other'>

const KNOWN: Readonly<Record<Known, true>> = {
  'not-yours': true,
  'not-in-this-state': true,
  'submission-moved-on': true,
  'reason-required': true,
  'already-opened': true,
  'no-such-line': true,
  'lines-unchecked': true,
  'lines-wrong': true,
  'no-line-wrong': true,
  'notice-still-running': true,
  'notice-too-short': true,
  'objections-open': true,
  'calendar-unknown': true,
  'notice-content-moved-on': true,
  'notice-needed': true,
  'objection-taken': true,
  'no-such-objection': true,
  'no-such-chain': true,
  'chain-malformed': true,
  'no-office-for': true,
  'fee-not-set': true,
  'vacancies-missing': true,
  'quota-exceeded': true,
  'stream-moved-on': true,
  unreachable: true,
  'not-signed-in': true,
}

function isKnown(kind: string): kind is Known {
  return Object.hasOwn(KNOWN, kind)
}

/** Called inside a component. @param stageName how a stage is called, for routes that lack an office */
export function useCaseRefusal(
  stageName: (stage: string) => string = (stage) => stage,
): (refusal: ApiRefusal) => string {
  const t = useText(casesWords)
  const stateWord = useStateWords()
  return (refusal) => {
    const { kind } = refusal
    if (!isKnown(kind)) return t('refusal.other', { reference: String(refusal.reference ?? kind) })
    const listed = (key: string): readonly unknown[] => {
      const value = refusal[key]
      return Array.isArray(value) ? value : []
    }
    const text = (key: string) => String(refusal[key] ?? '')
    return t(`refusal.${kind}`, {
      state: stateWord(text('state')),
      min: text('minChars'),
      max: text('maxChars'),
      n: kind === 'notice-too-short' ? text('atLeast') : listed('lines').length + listed('objections').length,
      workingDays: text('workingDays'),
      lastDay: text('lastDay'),
      from: text('from'),
      year: text('year'),
      stages: listed('stages').map(String).map(stageName).join('、'),
    })
  }
}

/** What a person sees is older than what the relay knows: the case is read again. */
export function isOutdated({ kind }: ApiRefusal): boolean {
  return OUTDATED.has(kind)
}

const OUTDATED: ReadonlySet<string> = new Set([
  'not-in-this-state',
  'submission-moved-on',
  'already-opened',
  'no-such-line',
  'notice-content-moved-on',
  'no-such-objection',
  'objection-taken',
  'stream-moved-on',
])
