/** What must be approved before an application may start (G1, G2), each answered from the facts, each leading to where it is mended. */
import { A } from '@solidjs/router'
import type { StartGate } from '@yejibu/shared/application/pull'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { Plan } from '@yejibu/shared/plan/plan'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleDashed from 'lucide-solid/icons/circle-dashed'
import { For, type JSX, Show } from 'solid-js'
import { applicationWords } from '../language/application.ts'
import { useLanguage, useText } from '../language/language.tsx'
import './application.css'

/** Years in which she may not apply, both ends included (V-BAN). */
export interface Years {
  readonly from: number
  readonly until: number
}

export interface GateListProps {
  readonly plan: Plan
  /** From `startGates`: what is closed. */
  readonly gates: readonly StartGate[]
  readonly ban?: Years | null | undefined
}

export function GateList(props: GateListProps): JSX.Element {
  const t = useText(applicationWords)
  const { say } = useLanguage()
  const isProfileClosed = () => props.gates.some((gate) => gate.kind === 'profile-not-approved')
  const isSectionClosed = (section: string) =>
    props.gates.some((gate) => gate.kind === 'section-without-approval' && gate.section === section)
  const waiting = () => props.gates.flatMap((gate) => (gate.kind === 'archive-still-waiting' ? gate.items : [])).length
  return (
    <ul class="gates" aria-label={t('gates.title')}>
      <Show when={props.ban}>
        {(ban) => (
          <Gate
            isMet={false}
            href="/application"
            name={t('gates.ban')}
            text={t('gates.banClosed', { ...ban(), next: ban().until + 1 })}
          />
        )}
      </Show>
      <Gate
        isMet={!isProfileClosed()}
        href="/archive/profile"
        name={t('gates.profile')}
        text={t(isProfileClosed() ? 'gates.profileClosed' : 'gates.profileMet')}
      />
      <For each={props.plan.pull.mandatorySections}>
        {(key) => {
          const name = () => say(sectionByKey(key).label)
          return (
            <Gate
              isMet={!isSectionClosed(key)}
              href={`/archive/${key}`}
              name={name()}
              text={isSectionClosed(key) ? t('gates.sectionClosed', { section: name() }) : t('gates.sectionMet')}
            />
          )
        }}
      </For>
      <Show when={waiting() > 0}>
        <Gate
          isMet={false}
          href="/archive"
          name={t('gates.waiting')}
          text={t('gates.waitingClosed', { n: waiting() })}
        />
      </Show>
    </ul>
  )
}

interface GateProps {
  readonly isMet: boolean
  readonly href: string
  readonly name: string
  readonly text: string
}

function Gate(props: GateProps): JSX.Element {
  const t = useText(applicationWords)
  return (
    <li class="gates__gate" classList={{ 'gates__gate--met': props.isMet }}>
      <Show when={props.isMet} fallback={<CircleDashed size={16} aria-hidden="true" />}>
        <CircleCheck size={16} aria-hidden="true" />
      </Show>
      <span>
        <A href={props.href}>{props.name}</A>
        <span class="for-ears"> {t(props.isMet ? 'gates.met' : 'gates.unmet')} </span>
        <span class="gates__text">{props.text}</span>
      </span>
    </li>
  )
}
