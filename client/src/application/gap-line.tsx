/** One thing that a plan asks for and the archive does not meet: how much is missing, the plan's own rule, and the way to the place that mends it. */
import { A } from '@solidjs/router'
import type { Part } from '@yejibu/shared/archive/item'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { EligibilityProblem } from '@yejibu/shared/plan/eligibility'
import type { Plan } from '@yejibu/shared/plan/plan'
import { eligibilityText } from '@yejibu/shared/plan/problem-text'
import { placeOfRequirement, requirementBehind, requirementText } from '@yejibu/shared/plan/requirement'
import CircleDashed from 'lucide-solid/icons/circle-dashed'
import { type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import './application.css'

export interface GapLineProps {
  readonly plan: Plan
  readonly problem: EligibilityProblem
}

export function GapLine(props: GapLineProps): JSX.Element {
  const t = useText(applicationWords)
  const { say } = useLanguage()
  const subject = (problem: Extract<EligibilityProblem, { code: 'V-CE' }>) =>
    t(problem.subject === 'total' ? 'gates.hours' : `hours.${problem.subject}`)
  const lack = (problem: EligibilityProblem): string => {
    if (problem.code === 'V-CE') {
      const n = (problem.needed * 10 - Math.round(Number(problem.hours) * 10)) / 10
      return t('gates.lackHours', { year: problem.year, subject: subject(problem), n })
    }
    if (problem.code === 'V-ASSESS') return t('gates.lackYears', { years: problem.years.join(t('whyNot.join')) })
    const { text, next } = eligibilityText(problem)
    return say(text) + (next ? say(next) : '')
  }
  /** The plan's rule in its own numbers or words. */
  const quote = (problem: EligibilityProblem): string => {
    const { plan } = props
    switch (problem.code) {
      case 'V-CE':
        return t('gates.ruleHours', {
          years: plan.ceRule?.years.join(t('whyNot.join')) ?? '',
          subject: subject(problem),
          n: problem.needed,
        })
      case 'V-CE-TOGETHER':
        return t('gates.ruleTogether', { n: problem.needed })
      case 'V-ASSESS':
        return t('gates.ruleYears', { n: problem.span })
      case 'V-TITLE-4Y':
        return t('gates.ruleTitle', {
          type: problem.typeName,
          title: problem.previousTitle,
          n: problem.years,
          cutoff: problem.cutoff,
        })
      case 'V-REQUIREMENT':
      case 'V-ABC': {
        const requirement = requirementBehind(plan, problem)
        return requirement ? say(requirementText(requirement, plan)) : ''
      }
      case 'V-APPT-YEAR':
        return t('gates.ruleAppointed', { year: plan.year })
      case 'V-BAN':
        return ''
    }
  }
  const partOf = (problem: EligibilityProblem): Part => {
    switch (problem.code) {
      case 'V-CE':
      case 'V-CE-TOGETHER':
        return 'continuingEducation'
      case 'V-ASSESS':
        return 'assessment'
      case 'V-ABC':
      case 'V-REQUIREMENT': {
        const requirement = requirementBehind(props.plan, problem)
        const place = requirement ? placeOfRequirement(requirement) : 'profile'
        return place === 'type' ? 'profile' : place
      }
      default:
        return 'profile'
    }
  }
  const place = (problem: EligibilityProblem) => {
    const part = partOf(problem)
    if (part === 'profile') return t('gates.profile')
    return part === 'continuingEducation' ? t('hours.title') : say(sectionByKey(part).label)
  }
  return (
    <li class="gates__gate">
      <CircleDashed size={16} aria-hidden="true" />
      <span>
        <A href={`/archive/${partOf(props.problem)}`}>{place(props.problem)}</A>
        <span class="gates__text">
          {lack(props.problem)}
          {props.problem.severity === 'warning' ? t('gates.onlyWarns') : ''}
        </span>
        <Show when={quote(props.problem)}>
          {(text) => <span class="gates__quote">{t('gates.quote', { text: text() })}</span>}
        </Show>
      </span>
    </li>
  )
}
