/** What stands in the way, in words that say what to do, and where: a place in a step of the application, or a page of the archive. */
import { type FilingProblem, filingText } from '@yejibu/shared/application/filing-problems'
import type { PullProblem, StartGate } from '@yejibu/shared/application/pull'
import type { FormProblem } from '@yejibu/shared/application/submission'
import type { Part } from '@yejibu/shared/archive/item'
import type { SectionKey } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ApplicationId, ItemId } from '@yejibu/shared/kernel/ids'
import type { EligibilityProblem } from '@yejibu/shared/plan/eligibility'
import type { Plan } from '@yejibu/shared/plan/plan'
import { eligibilityText as ruleSentence } from '@yejibu/shared/plan/problem-text'
import { placeOfRequirement, requirementBehind } from '@yejibu/shared/plan/requirement'
import { indicatorsOf, type ScoreTable } from '@yejibu/shared/plan/score-table'
import { momentText } from '../archive/today.ts'
import { applicationWords } from '../language/application.ts'
import { filingWords } from '../language/filing.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { DraftProblem } from './check-draft.ts'
import { stepOf, stepPath } from './steps/step.ts'

export interface ProblemLine {
  /** The name of the place, for the link. */
  readonly name: string
  readonly text: string
  /** A path, with the place on its page; null where nothing can be mended by going somewhere. */
  readonly href: string | null
}

export const ANCHORS = {
  type: 'apply-type',
  ticks: 'apply-ticks',
  category: 'apply-category',
  acceptancePoint: 'apply-point',
  statement: 'apply-statement',
  pulls: 'apply-pulls',
  hours: 'apply-hours',
  photo: 'apply-photo',
  pledge: 'apply-pledge',
  tenure: 'apply-tenure',
  score: 'apply-score',
  recommenders: 'apply-recommenders',
  attachments: 'apply-attachments',
} as const

export function questionAnchor(question: string): string {
  return `question-${question}`
}

export function indicatorAnchor(indicator: string): string {
  return `indicator-${indicator}`
}

export function slotAnchor(slot: string): string {
  return `slot-${slot}`
}

export function pullAnchor(item: ItemId): string {
  return `pull-${item}`
}

/** Shows a place of this page and puts the focus on its first control. */
export function goToAnchor(anchor: string): void {
  const place = document.getElementById(anchor)
  if (!place) return
  place.scrollIntoView({ block: 'center' })
  const control = place.querySelector<HTMLElement>(
    'input:not(:disabled, [tabindex="-1"]), textarea, select, button:not(:disabled), a',
  )
  control?.focus({ preventScroll: true })
}

export interface ProblemWords {
  lineOf(problem: DraftProblem): ProblemLine
  formText(problem: FormProblem, plan: Plan): string
  eligibilityText(problem: EligibilityProblem): string
}

/** What the words need to know of the entries of a page. */
export interface EntriesHere {
  /** How an entry is called. */
  titleOf(item: ItemId): string
  /** Something of the section is approved and not pulled: otherwise what lacks of it is mended in the archive. */
  mayPull(section: SectionKey): boolean
}

export function useProblemWords(
  plan: () => Plan,
  application: () => ApplicationId,
  { titleOf, mayPull }: EntriesHere,
): ProblemWords {
  const t = useText(applicationWords)
  const f = useText(filingWords)
  const { say, language } = useLanguage()

  const fieldName = (field: FormProblem['field']): string => {
    switch (field) {
      case 'type':
        return t('info.type')
      case 'ticks':
        return t('frozen.ticks')
      case 'category':
        return t('info.category')
      case 'acceptancePoint':
        return t('info.point')
      case 'statement':
        return t('draft.statement')
    }
  }
  const formText = (problem: FormProblem, { statement }: Plan): string => {
    switch (problem.code) {
      case 'required':
        return t('info.required', { field: fieldName(problem.field) })
      case 'unknown':
        return problem.field === 'ticks'
          ? t('info.unknownTick')
          : t('info.unknown', { field: fieldName(problem.field) })
      case 'V-TICK':
        return `${t('info.ticks')}。`
      case 'V-STMT-EMPTY':
        return t('statement.empty')
      case 'V-STMT-LEN':
        return t('statement.tooLong', { n: problem.count ?? 0, max: problem.max ?? statement.maxChars })
    }
  }
  const ruleText = (problem: Exclude<EligibilityProblem, { code: 'V-CE' }>): string => {
    const { text, next } = ruleSentence(problem)
    return say(text) + (next ? say(next) : '')
  }
  const eligibilityText = (problem: EligibilityProblem): string => {
    if (problem.code !== 'V-CE') return ruleText(problem)
    const { year, subject, hours, needed } = problem
    return subject === 'total'
      ? t('hours.yearShort', { year, n: hours, need: needed })
      : t('hours.subjectShort', { year, subject: t(`hours.${subject}`), n: hours, need: needed })
  }
  const sectionName = (section: SectionKey) => say(sectionByKey(section).label)
  const inArchive = (part: Part, text: string): ProblemLine => ({
    name: part === 'profile' ? t('gates.profile') : sectionName(part),
    text,
    href: `/archive/${part}`,
  })
  const gateLine = (gate: StartGate): ProblemLine => {
    switch (gate.kind) {
      case 'profile-not-approved':
        return inArchive('profile', t('gates.profileClosed'))
      case 'section-without-approval': {
        return inArchive(gate.section, t('gates.sectionClosed', { section: sectionName(gate.section) }))
      }
      case 'archive-still-waiting':
        return {
          name: t('gates.waiting'),
          text: t('gates.waitingClosed', { n: gate.items.length }),
          href: '/archive',
        }
    }
  }
  const at = (problem: DraftProblem, anchor: string): string | null => {
    const step = stepOf(problem)
    return step === null ? null : stepPath(application(), step, anchor)
  }
  const pullLine = (problem: PullProblem): ProblemLine => {
    const href = at({ about: 'pull', problem }, pullAnchor(problem.item))
    const place = { name: titleOf(problem.item), href }
    switch (problem.kind) {
      case 'pull-not-approved':
      case 'pulled-twice':
        return { ...place, text: t('pulls.notApproved') }
      case 'pull-former-employer':
        return { ...place, text: t('pulls.formerEmployer', { employer: problem.employer }) }
      case 'pull-before-title':
        return { ...place, text: t('pulls.needsNote') }
      case 'pull-without-contributor':
        return { ...place, text: t('pulls.withoutContributor') }
    }
  }
  const planLine = (kind: 'not-yet' | 'closed' | 'moved-on' | 'withdrawn'): ProblemLine => {
    const name = t('info.plan')
    switch (kind) {
      case 'not-yet':
        return { name, text: t('whyNot.notYet', { at: momentText(plan().window.open, language()) }), href: null }
      case 'closed':
        return { name, text: t('whyNot.closed'), href: null }
      case 'moved-on':
        return { name, text: t('draft.movedOnBody'), href: null }
      case 'withdrawn':
        return { name, text: t('draft.withdrawnBody'), href: null }
    }
  }
  const otherLine = (application: ApplicationId): ProblemLine => ({
    name: t('draft.otherLink'),
    text: t('draft.otherBody'),
    href: `/application/${application}`,
  })

  const eligibilityLine = (problem: EligibilityProblem): ProblemLine => {
    const text = eligibilityText(problem)
    const place = (anchor: string) => at({ about: 'eligibility', problem }, anchor)
    switch (problem.code) {
      case 'V-CE':
      case 'V-CE-TOGETHER':
        return mayPull('continuingEducation')
          ? { name: t('hours.title'), text, href: place(ANCHORS.hours) }
          : inArchive('continuingEducation', text)
      case 'V-ASSESS':
        return mayPull('assessment')
          ? { name: sectionName('assessment'), text, href: place(sectionAnchor('assessment')) }
          : inArchive('assessment', text)
      case 'V-TITLE-4Y':
      case 'V-APPT-YEAR':
        return { name: f('tenure.title'), text, href: place(ANCHORS.tenure) }
      case 'V-ABC':
      case 'V-REQUIREMENT': {
        const requirement = requirementBehind(plan(), problem)
        const part = requirement ? placeOfRequirement(requirement) : 'type'
        return part === 'type' ? { name: t('info.type'), text, href: place(ANCHORS.type) } : inArchive(part, text)
      }
      case 'V-BAN':
        return { name: t('gates.ban'), text, href: '/application' }
    }
  }
  const filingLine = (problem: FilingProblem): ProblemLine => {
    const { text, next } = filingText(problem)
    const place = placeOf(problem)
    return {
      name: place.name,
      text: say(text) + (next ? say(next) : ''),
      href: at({ about: 'filing', problem }, place.anchor),
    }
  }
  const placeOf = ({ part, at: code, code: rule }: FilingProblem): { name: string; anchor: string } => {
    const { questions, attachmentSlots, selfEvaluation } = plan()
    if (part === 'attachments') {
      const slot = attachmentSlots.find((one) => one.code === code)
      return { name: slot?.title ?? code, anchor: slotAnchor(code) }
    }
    if (part !== 'details') return { name: f(`steps.${part}`), anchor: ANCHORS[part] }
    const question = questions?.find((one) => one.code === code)
    if (question) return { name: question.label, anchor: questionAnchor(code) }
    if (code === 'recommenders') return { name: f('recommenders.title'), anchor: ANCHORS.recommenders }
    if (rule === 'V-SELF' || !selfEvaluation?.table) return { name: f('steps.score'), anchor: ANCHORS.score }
    return { name: nameInTable(selfEvaluation.table, code) ?? f('steps.score'), anchor: indicatorAnchor(code) }
  }

  return {
    formText,
    eligibilityText,
    lineOf(problem) {
      switch (problem.about) {
        case 'plan':
          return planLine(problem.kind)
        case 'owner':
          return { name: t('confirm.employer'), text: t('preview.noEmployer'), href: '/employer' }
        case 'other':
          return otherLine(problem.application)
        case 'gate':
          return gateLine(problem.gate)
        case 'form': {
          const { field } = problem.problem
          return { name: fieldName(field), text: formText(problem.problem, plan()), href: at(problem, ANCHORS[field]) }
        }
        case 'pull':
          return pullLine(problem.problem)
        case 'eligibility':
          return eligibilityLine(problem.problem)
        case 'many': {
          const { count, manyAbove } = problem.problem
          const text = `${t('pulls.many')}${t('pulls.manyCount', { n: count, max: manyAbove })}`
          return { name: f('steps.pulls'), text, href: at(problem, ANCHORS.pulls) }
        }
        case 'filing':
          return filingLine(problem.problem)
      }
    },
  }
}

export function sectionAnchor(section: string): string {
  return `pulls-${section}`
}

function nameInTable(table: ScoreTable, code: string): string | undefined {
  return [...table.controls, ...indicatorsOf(table)].find((one) => one.code === code)?.name
}
