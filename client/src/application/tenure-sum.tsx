/** How long the present title was held and how long the person is in the profession, as sums that can be followed (domain §4.8). */
import { A } from '@solidjs/router'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { Candidate } from '@yejibu/shared/plan/condition'
import { titleTenure } from '@yejibu/shared/plan/eligibility'
import type { Plan } from '@yejibu/shared/plan/plan'
import { yearsInProfession } from '@yejibu/shared/plan/tenure'
import { createMemo, type JSX, Show } from 'solid-js'
import { monthText } from '../archive/value-text.ts'
import { filingWords } from '../language/filing.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { ANCHORS } from './problem-line.ts'
import './application.css'

export interface TenureSumProps {
  readonly plan: Plan
  readonly candidate: Candidate
}

export function TenureSum(props: TenureSumProps): JSX.Element {
  const t = useText(filingWords)
  const { say } = useLanguage()
  const tenure = createMemo(() => titleTenure(props.plan, props.candidate))
  const years = createMemo(() => yearsInProfession(props.candidate.pulled, props.plan.tenureCutoff))
  const cutoff = () => say(monthText(props.plan.tenureCutoff.slice(0, 7).replace('-', '')))
  return (
    <div id={ANCHORS.tenure} class="stack stack--tight apply__anchor">
      <h2 class="apply__heading">{t('tenure.title')}</h2>
      <p class="small muted">{t('tenure.about')}</p>
      <dl class="facts">
        <Show when={tenure()}>
          {(known) => (
            <>
              <dt>{t('tenure.rule')}</dt>
              <dd>
                {t(known().schooling === null ? 'tenure.ruleText' : 'tenure.ruleSchooling', {
                  title: known().previousTitle,
                  years: known().years,
                  needed: known().needed,
                  schooling: say(schoolingName(known().schooling ?? '')),
                })}
              </dd>
              <dt>{t('tenure.present')}</dt>
              <dd>
                {known().presentTitle || t('tenure.none')}（
                {known().isHeld ? t('tenure.isHeld') : t('tenure.notHeld', { title: known().previousTitle })}）
              </dd>
              <dt>{t('tenure.from')}</dt>
              <dd>{appointedText(known().appointed)}</dd>
              <dt>{t('tenure.to')}</dt>
              <dd>{cutoff()}</dd>
              <dt>{t('tenure.sum')}</dt>
              <dd>
                <Show when={known().isHeld && known().appointed !== null}>
                  {t('tenure.sumText', {
                    from: appointedText(known().appointed),
                    to: cutoff(),
                    years: Math.floor(known().counted / 12),
                    rest: known().counted % 12,
                    months: known().counted,
                  })}
                  <br />
                </Show>
                <span classList={{ apply__error: known().counted < known().needed }}>
                  {t(known().counted < known().needed ? 'tenure.short' : 'tenure.enough', {
                    months: known().counted,
                    needed: known().needed,
                    left: known().needed - known().counted,
                  })}
                </span>
              </dd>
            </>
          )}
        </Show>
        <dt>{t('tenure.inProfession')}</dt>
        <dd>{t('tenure.inProfessionText', { n: years() })}</dd>
      </dl>
      <p class="small muted">
        {t('tenure.mend')} <A href="/archive/profile">{t('tenure.profile')}</A>
      </p>
    </div>
  )

  function appointedText(month: string | null): string {
    return month === null ? t('tenure.noAppointment') : say(monthText(month))
  }
}

function schoolingName(code: string): { readonly zh: string; readonly en: string } {
  const field = sectionByKey('education').fields.find(({ name }) => name === 'eduLevel')
  const option = field?.type.kind === 'choice' ? field.type.options.find((one) => one.code === code) : undefined
  return option?.label ?? { zh: code, en: code }
}
